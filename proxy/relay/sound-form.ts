/** A kind of sound file, known by its first bytes; what the sender calls it counts for nothing. */
interface Sound {
  readonly type: string
  readonly fileName: string
  readonly starts: (head: Buffer) => boolean
}

const ascii = (head: Buffer, from: number, text: string) => head.toString('latin1', from, from + text.length) === text

const SOUNDS: readonly Sound[] = [
  { type: 'audio/webm', fileName: 'lyd.webm', starts: (head) => head.readUInt32BE(0) === 0x1a45dfa3 },
  { type: 'audio/ogg', fileName: 'lyd.ogg', starts: (head) => ascii(head, 0, 'OggS') },
  { type: 'audio/wav', fileName: 'lyd.wav', starts: (head) => ascii(head, 0, 'RIFF') && ascii(head, 8, 'WAVE') },
  { type: 'audio/flac', fileName: 'lyd.flac', starts: (head) => ascii(head, 0, 'fLaC') },
  { type: 'audio/mp4', fileName: 'lyd.m4a', starts: (head) => ascii(head, 4, 'ftyp') },
  { type: 'audio/mpeg', fileName: 'lyd.mp3', starts: (head) => ascii(head, 0, 'ID3') || (head.readUInt16BE(0) & 0xffe0) === 0xffe0 },
]

const HEAD_BYTES = 12

/** The sound under a name of ours, or `null` when it is no kind of sound that we know. */
export function soundFile(bytes: Buffer<ArrayBuffer>): File | null {
  if (bytes.length <= HEAD_BYTES) return null
  const sound = SOUNDS.find(({ starts }) => starts(bytes))
  return sound === undefined ? null : new File([bytes], sound.fileName, { type: sound.type })
}
