import type { Config } from '@tanstack/router-plugin/vite'

export const routing: Partial<Config>
