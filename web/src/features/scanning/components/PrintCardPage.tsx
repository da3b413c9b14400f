import { Button, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { readSettings } from '../model/settings'
import classes from './Scan.module.css'
import { ScanFrame } from './ScanFrame'
import { useStation } from './useStation'

const words = ['undo', 'good', 'damaged', 'missing', 'close-case', 'next-job'] as const
const quantities = [2, 5, 10, 12, 20, 50]

const cardsQuery = {
  queryKey: ['scanning', 'cards'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    const { drawCode } = await import('../model/draw-code')
    const drawn = async (code: string) => ({ code, picture: await drawCode(code) })
    return {
      commands: await Promise.all(words.map((word) => drawn(`EK:${word.toUpperCase()}`))),
      quantities: await Promise.all(quantities.map((count) => drawn(`EK:QUANTITY:${count}`))),
    }
  },
}

/** The codes that tell the phone what to do while one scans, to be printed and hung up where things are packed. */
export function PrintCardPage() {
  const { t } = useTranslation()
  const [settings] = useState(readSettings)
  const { state } = useStation(null, 'LOOK_UP', settings)
  const cards = useQuery(cardsQuery)
  return (
    <ScanFrame title={t('scanning.cards.title')} back="/scan" state={state}>
      <main className={classes.page} id="main">
        <Text c="dimmed">{t('scanning.cards.text')}</Text>
        <QueryState query={cards}>
          {(drawn) => (
            <>
              <ul className={classes.cards}>
                {drawn.commands.map(({ code, picture }, at) => (
                  <Card key={code} code={code} picture={picture} name={t(`scanning.cards.words.${words[at]!}`)} />
                ))}
                {drawn.quantities.map(({ code, picture }, at) => (
                  <Card key={code} code={code} picture={picture} name={t('scanning.cards.quantity', { count: quantities[at] })} />
                ))}
              </ul>
              <Button
                className={classes.onScreen}
                h={56}
                leftSection={<IconPrinter size={22} aria-hidden />}
                onClick={() => window.print()}
              >
                {t('scanning.cards.print')}
              </Button>
            </>
          )}
        </QueryState>
      </main>
    </ScanFrame>
  )
}

function Card({ code, picture, name }: { code: string; picture: string; name: string }) {
  return (
    <li className={classes.card}>
      <img src={picture} width={132} height={132} alt={code} />
      <b>{name}</b>
      <span>{code}</span>
    </li>
  )
}
