import { useRef, useState, type DragEvent } from 'react'
import { Button } from '#components/ui/button.tsx'

export interface DropZoneProps {
  readonly disabled: boolean
  readonly onFiles: (files: readonly File[]) => void
  /** Something was let go over the page: folders in it must be walked by whoever knows the browser. */
  readonly onDrop: (items: DataTransfer) => void
}

/** Where the files come in: let go here, or chosen. */
export function DropZone({ disabled, onFiles, onDrop }: DropZoneProps) {
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const letGo = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) onDrop(event.dataTransfer)
  }
  return (
    <div
      className="sh-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={letGo}
    >
      <p>
        <b>Træk filer eller en mappe herhen</b>
        <span data-ink="muted">PDF, billeder, Word, e-mail, tekst og ZIP. Filerne forlader ikke computeren.</span>
      </p>
      <p className="sh-row">
        <Button look="primary" disabled={disabled} onPress={() => files.current?.click()}>
          Vælg filer
        </Button>
        <Button look="outline" disabled={disabled} onPress={() => folder.current?.click()}>
          Vælg mappe
        </Button>
      </p>
      <FileInput inputRef={files} label="Filer" onFiles={onFiles} />
      <FileInput inputRef={folder} label="Mappe" folder onFiles={onFiles} />
    </div>
  )
}

interface FileInputProps {
  readonly inputRef: React.RefObject<HTMLInputElement | null>
  readonly label: string
  readonly folder?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

function FileInput({ inputRef, label, folder = false, onFiles }: FileInputProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      multiple
      hidden
      tabIndex={-1}
      aria-label={label}
      autoComplete="off"
      {...(folder && { webkitdirectory: '' })}
      onChange={({ target }) => {
        onFiles([...(target.files ?? [])])
        target.value = ''
      }}
    />
  )
}
