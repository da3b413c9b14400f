import { createFileRoute } from '@tanstack/react-router'
import { SignInPage } from '@/features/start/components/SignInPage'

export const Route = createFileRoute('/sign-in')({
  // Only addresses of this instance: "next" must never send anybody elsewhere.
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {},
  component: SignInRoute,
})

function SignInRoute() {
  return <SignInPage next={Route.useSearch().next} />
}
