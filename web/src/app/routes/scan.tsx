import { createFileRoute } from '@tanstack/react-router'
import { ScanLayout } from '@/app/ScanLayout'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/scan')({
  beforeLoad: async ({ context, location }) => (await import('@/app/open-scan')).openScan(context.queryClient, location.href),
  loader: () => loadWords('scanning'),
  component: ScanLayout,
})
