/** Mantine's widgets in our colours: they read the tokens, so that there is one table of colours for everything. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const token = (name: string): MantineColorsTuple => Array.from({ length: 10 }, () => `var(--${name})`) as unknown as MantineColorsTuple

export const theme = createTheme({
  colors: { accent: token('accent'), bad: token('bad') },
  primaryColor: 'accent',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { centered: true, radius: 14, padding: 24, withCloseButton: false, overlayProps: { backgroundOpacity: 0.45 } } },
    Tooltip: { defaultProps: { openDelay: 250, withArrow: true, multiline: true, events: { hover: true, focus: true, touch: true } } },
    Menu: { defaultProps: { position: 'bottom-end', radius: 10, shadow: 'md' } },
    Button: { defaultProps: { fw: 560, variant: 'filled' } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-strong)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-color-bad-filled': 'var(--bad)',
  '--mantine-color-bad-filled-hover': 'var(--bad)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--button-color': 'var(--on-accent)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: shared, light: shared, dark: shared })
