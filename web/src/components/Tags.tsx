import { Badge, Group } from '@mantine/core'

/** What something is tagged with; in a cell all on one line. */
export function Tags({ tags, inCell }: { tags: readonly string[]; inCell?: boolean }) {
  return (
    <Group gap={4} wrap={inCell ? 'nowrap' : 'wrap'}>
      {tags.map((tag) => (
        <Badge key={tag} variant="default" size="sm" tt="none">
          {tag}
        </Badge>
      ))}
    </Group>
  )
}
