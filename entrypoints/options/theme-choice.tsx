import { Button } from '#components/ui/button.tsx'
import { THEMES, type Theme } from '#utils/storage/theme.ts'

const NAMES: Readonly<Record<Theme, string>> = { system: 'Som computeren', light: 'Lyst', dark: 'Mørkt' }

export function ThemeChoice({ chosen, onChoose }: { readonly chosen: Theme; readonly onChoose: (theme: Theme) => void }) {
  return (
    <fieldset className="sh-filters" aria-labelledby="options-look">
      {THEMES.map((theme) => (
        <Button key={theme} pressed={theme === chosen} onPress={() => onChoose(theme)}>
          {NAMES[theme]}
        </Button>
      ))}
    </fieldset>
  )
}
