import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { QueryState } from '@/components/QueryState'
import { levelQuery } from '../api/stock'

/** A level has no page of its own: activity and search that name one lead to its product. */
export function LevelPage({ id }: { id: string }) {
  const query = useQuery(levelQuery(id))
  return <QueryState query={query}>{(level) => <Navigate to={`/stock/${level.productId}` as '/'} replace />}</QueryState>
}
