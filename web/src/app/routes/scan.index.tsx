import { createFileRoute } from '@tanstack/react-router'
import { ScanHomePage } from '@/features/scanning/components/ScanHomePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/scan/')({ loader: () => loadWords('scanning'), component: ScanHomePage })
