import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '@/features/home/components/HomePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/')({ loader: () => loadWords('home'), component: HomePage })
