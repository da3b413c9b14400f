import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { AccountPage } from '@/features/account/components/AccountPage'

export const Route = createFileRoute('/_app/account')({ loader: preloadForms, component: AccountPage })
