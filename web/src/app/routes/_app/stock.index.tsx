import { createFileRoute } from '@tanstack/react-router'
import { StockPage } from '@/features/stock/components/StockPage'

export const Route = createFileRoute('/_app/stock/')({ component: StockPage })
