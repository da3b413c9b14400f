import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { SignInPage } from '@/features/start/components/SignInPage'

export const Route = createFileRoute('/sign-in')({
  // Only addresses of this instance: "next" must never send anybody elsewhere.
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {},
  loader: preloadForms,
  component: SignInRoute,
})

function SignInRoute() {
  return <SignInPage next={Route.useSearch().next} />
}
