import {
  type ActionIconProps,
  type AlertProps,
  type AvatarProps,
  type BadgeProps,
  type BreadcrumbsProps,
  type CardProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  defaultVariantColorsResolver,
  type InputWrapperProps,
  type MantineThemeOverride,
  type MenuProps,
  type ModalProps,
  type NotificationProps,
  type NumberInputProps,
  type PopoverProps,
  type SegmentedControlProps,
  type SelectProps,
  type TableProps,
  type TooltipProps,
  type VariantColorsResolver,
} from '@mantine/core'
import { palette } from './palette'

export const brandColor = '#0e7a75'
export const initialsColours = ['blue', 'cyan', 'grape', 'indigo', 'pink'] as const

/** "light" would write shade 6 on a 10 % tint, 3.1:1 for many hues; shade 9 (dark: 2) reaches 4.5:1 in both schemes. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  if (input.variant === 'light' || input.variant === 'subtle' || input.variant === 'outline' || input.variant === 'transparent') {
    const color = input.color ?? input.theme.primaryColor
    if (color in input.theme.colors && color !== 'gray') {
      return { ...colors, color: `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-2))` }
    }
    if (color === 'gray') return { ...colors, color: 'var(--mantine-color-text)' }
  }
  return colors
}

/** The words Mantine itself says aloud come from our dictionary. */
export function themeWith(words: { close: string; clear: string }): MantineThemeOverride {
  const font = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif"
  return createTheme({
    primaryColor: 'brand',
    primaryShade: { light: 7, dark: 7 },
    autoContrast: true,
    luminanceThreshold: 0.3,
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    fontFamily: font,
    headings: { fontFamily: font, fontWeight: '650' },
    variantColorResolver,
    colors: {
      dark: ['#d5dae0', '#b4bcc6', '#9aa4b0', '#6b7683', '#3a424b', '#2b323a', '#171b20', '#14181c', '#0d1013', '#080a0c'],
      brand: palette(brandColor),
      ok: palette('#2f9e44'),
      warn: palette('#e8890c'),
      bad: palette('#e03131'),
      info: palette('#1c7ed6'),
      violet: palette('#7048e8'),
    },
    // Props only, not `Select.extend(…)`: that would carry every component named here into the shell.
    components: {
      Modal: {
        defaultProps: {
          closeButtonProps: { 'aria-label': words.close },
          centered: true,
          radius: 'lg',
        } satisfies Partial<ModalProps>,
      },
      Drawer: { defaultProps: { closeButtonProps: { 'aria-label': words.close } } satisfies Partial<DrawerProps> },
      Alert: { defaultProps: { closeButtonLabel: words.close, variant: 'light' } satisfies Partial<AlertProps> },
      ActionIcon: { defaultProps: { variant: 'default', size: 36 } satisfies Partial<ActionIconProps> },
      // Those of Mantine's hues whose shade 9 reads on their shade 1.
      Avatar: { defaultProps: { allowedInitialsColors: [...initialsColours] } satisfies Partial<AvatarProps> },
      Badge: { defaultProps: { tt: 'none', variant: 'light' } satisfies Partial<BadgeProps> },
      // A long name takes another line, as anything does.
      Breadcrumbs: {
        defaultProps: {
          styles: { breadcrumb: { whiteSpace: 'normal', overflowWrap: 'anywhere', minWidth: 0 } },
        } satisfies Partial<BreadcrumbsProps>,
      },
      Card: { defaultProps: { withBorder: true, radius: 'lg', padding: 'lg' } satisfies Partial<CardProps> },
      Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } satisfies Partial<MenuProps> },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': words.close } } satisfies Partial<NotificationProps> },
      Popover: { defaultProps: { shadow: 'md' } satisfies Partial<PopoverProps> },
      Select: {
        defaultProps: { clearButtonProps: { 'aria-label': words.clear }, allowDeselect: false } satisfies Partial<SelectProps>,
      },
      SegmentedControl: { defaultProps: { withItemsBorders: false } satisfies Partial<SegmentedControlProps> },
      NumberInput: { defaultProps: { hideControls: true } satisfies Partial<NumberInputProps> },
      // Hints stand below, so that fields beside each other line up.
      InputWrapper: {
        defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } satisfies Partial<InputWrapperProps>,
      },
      Tooltip: {
        defaultProps: {
          withArrow: true,
          openDelay: 300,
          events: { hover: true, focus: true, touch: false },
        } satisfies Partial<TooltipProps>,
      },
      Table: { defaultProps: { verticalSpacing: 7, fz: 'sm' } satisfies Partial<TableProps> },
    },
  })
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1a2026',
    '--mantine-color-dimmed': '#5b6570',
    '--mantine-color-placeholder': '#69737d',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': '#cfd6db',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-anchor': 'var(--mantine-color-brand-8)',
    '--ek-canvas': '#f5f7f8',
    '--ek-line': '#e4e8eb',
    '--ek-hover': '#f3f6f7',
    '--ek-selected': '#e6f3f2',
  },
  dark: {
    '--mantine-color-text': '#dfe4e9',
    '--mantine-color-dimmed': '#a3adb8',
    '--mantine-color-placeholder': '#929ca6',
    '--mantine-color-body': '#14181c',
    '--mantine-color-default-border': '#3a424b',
    '--mantine-color-default': '#1b2026',
    '--mantine-color-default-hover': '#232a31',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': 'var(--mantine-color-brand-3)',
    '--ek-canvas': '#0d1013',
    '--ek-line': '#262c33',
    '--ek-hover': '#1b2026',
    '--ek-selected': '#10302e',
  },
})
