import { createFileRoute } from '@tanstack/react-router'
import { ProjectsPage } from '@/features/projects/components/ProjectsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/projects/')({ loader: () => loadWords('projects'), component: ProjectsPage })
