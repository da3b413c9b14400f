import { Box, Stack } from '@mantine/core'
import { byLink } from '../api/offers'
import classes from './Offer.module.css'
import { OfferBody } from './OfferBody'

/** A quote as its client sees it, by a link and without an account. */
export function OfferPage({ secret }: { secret: string }) {
  return (
    <Box component="main" className={classes.page}>
      <Stack gap="md" className={classes.sheet}>
        <OfferBody path={byLink(secret)} />
      </Stack>
    </Box>
  )
}
