import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { setLanguage } from '@/lib/i18n'
import { makeQueryClient } from '@/lib/query-client'
import { fakeServer } from '@/testing/fake-server'
import { ChangeList, oneByOne } from './HistoryList'

it('tells the changes of own fields and attributes one by one', () => {
  expect(
    oneByOne([
      { field: 'serial', old: null, now: 'X' },
      { field: 'custom', old: { Fleet: 1, Carer: 'Ana', Same: true }, now: { Fleet: 2, Same: true } },
      { field: 'attributes', old: null, now: { ipRating: 'IP65' } },
    ]),
  ).toEqual([
    { field: 'serial', old: null, now: 'X' },
    { field: 'custom', part: 'Fleet', old: 1, now: 2 },
    { field: 'custom', part: 'Carer', old: 'Ana', now: undefined },
    { field: 'attributes', part: 'ipRating', old: undefined, now: 'IP65' },
  ])
})

it('tells of a list only what came, went or is another', () => {
  const block = (id: string, kind: string) => ({ id, kind, from: '2027-06-01T08:00:00Z', to: '2027-06-01T12:00:00Z' })
  const [setup, show, strike] = [block('1', 'SETUP'), block('2', 'SHOW'), block('3', 'STRIKE')]
  expect(oneByOne([{ field: 'blocks', old: [setup, show], now: [setup, { ...show, stage: 'B' }, strike] }])).toEqual([
    { field: 'blocks', old: [show], now: [{ ...show, stage: 'B' }, strike] },
  ])
  expect(oneByOne([{ field: 'tags', old: ['a'], now: ['a', 'b'] }])).toEqual([{ field: 'tags', old: ['a'], now: ['a', 'b'] }])
})

it('tells which part of an occupancy has changed', () => {
  const was = { prepMinutes: 30, turnaroundMinutes: 60 }
  expect(oneByOne([{ field: 'occupancy', old: was, now: { ...was, prepMinutes: 90 } }])).toEqual([
    { field: 'prepMinutes', old: 30, now: 90 },
  ])
})

it('tells which of the times of one line have changed', () => {
  const times = { from: null, to: null, prepMinutes: 30 }
  expect(oneByOne([{ field: 'lines[SM58].times', old: times, now: { ...times, prepMinutes: 60 } }])).toEqual([
    { field: 'lines[SM58].prepMinutes', old: 30, now: 60 },
  ])
  const [from, to] = ['2027-06-01T08:00:00Z', '2027-06-02T08:00:00Z']
  expect(oneByOne([{ field: 'lines[SM58].times', old: times, now: { prepMinutes: 30, to, from } }])).toEqual([
    { field: 'lines[SM58].onSiteFrom', old: null, now: from },
    { field: 'lines[SM58].onSiteTo', old: null, now: to },
  ])
})

it('has German words for what nobody wrote', async () => {
  fakeServer()
  await setLanguage('de')
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ChangeList
        changes={[
          { field: 'reason', old: null, now: 'HELD_AGAIN' },
          { field: 'lacking', old: null, now: ['2 × Lampe', '+ 3'] },
          { field: 'parts[2 × Lampe].resolution', old: null, now: ['SUB_HIRE', 'Lichtverleih Nord'] },
          {
            field: 'tasks',
            old: null,
            now: [
              { text: 'Genehmigung', dueAt: '2027-06-01T10:00:00Z' },
              { text: 'Kran', dueAt: null },
            ],
          },
        ]}
      />
    </QueryClientProvider>,
  )
  const told = screen.getAllByRole('listitem').map((one) => one.textContent)
  expect(told[0]).toBe('GrundVorher schon reserviert')
  expect(told[1]).toBe('Es fehlt2 × Lampe, + 3')
  expect(told[2]).toBe('2 × Lampe: LösungZumietung, Lichtverleih Nord')
  expect(told[3]).toMatch(/^AufgabenGenehmigung \(.*2027.*\), Kran$/)
  await setLanguage('en')
})
