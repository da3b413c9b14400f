/** Mantine's styles: in the build those of every page, the rest comes with the components (build/mantine-styles.ts). */
declare module 'virtual:mantine-styles'
