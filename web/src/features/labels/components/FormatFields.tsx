import { Alert, SimpleGrid, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField, SwitchField, TextField } from '@/components/form/fields'
import { useValid } from '@/components/form/useValid'
import { useProblemText } from '@/lib/problems'
import { useCan, useMe } from '@/lib/session'
import {
  draftQuery,
  type FormatInput,
  formatInput,
  formatInputOf,
  type Geometry,
  type LabelFormat,
  ownSheet,
  previewQuery,
  type Sheet,
  single,
} from '../api/labels'
import classes from './FormatsPage.module.css'
import { SheetPreview } from './SheetPreview'

/** The fields of a format, and its sheet to scale while one types. */
export function FormatFields({ sheets, format }: { sheets: Sheet[]; format?: LabelFormat }) {
  const { t } = useTranslation()
  const values = useWatch() as FormatInput
  const own = values.sheet === ownSheet
  const named = sheets.find((sheet) => sheet.name === values.sheet)
  const geometry = (own ? values.geometry : named?.geometry) ?? values.geometry
  const zpl = values.output === 'ZPL'
  const unchanged = format !== undefined && JSON.stringify(values) === JSON.stringify(formatInputOf(format))
  const can = useCan()
  const problemText = useProblemText()
  const saved = useQuery(previewQuery(unchanged ? format : undefined))
  const [settled] = useDebouncedValue(values, 350)
  const whole = useValid(formatInput, { ...settled, name: 'Draft' })
  const drafted = useQuery({
    ...draftQuery(settled, !unchanged && whole && can('LABEL_EDIT')),
    placeholderData: keepPreviousData,
  })
  const preview = unchanged ? saved : drafted
  const hasLogo = useMe().company.logoFileId !== null
  const leftOff = values.showLogo && hasLogo && preview.data !== undefined && !preview.error && preview.data.logo === null
  const logoHint = !hasLogo ? t('labels.noLogo') : leftOff ? t('labels.logoLeftOff') : undefined
  const shown: Geometry = zpl ? single(geometry) : geometry
  return (
    <div className={classes.editor}>
      <Stack>
        <TextField name="name" label={t('labels.name')} required maxLength={100} />
        <SelectField
          name="sheet"
          label={t('labels.sheet')}
          required
          searchable
          data={[
            { value: ownSheet, label: t('labels.ownSheet') },
            ...sheets.map((sheet) => ({ value: sheet.name, label: sheet.title })),
          ]}
        />
        {own && (
          <div className={classes.measures}>
            <Measure name="pageWidthMillimetres" label={t('labels.geometry.pageWidth')} />
            <Measure name="pageHeightMillimetres" label={t('labels.geometry.pageHeight')} />
            <Measure name="labelWidthMillimetres" label={t('labels.geometry.labelWidth')} />
            <Measure name="labelHeightMillimetres" label={t('labels.geometry.labelHeight')} />
            <NumberField name="geometry.columns" label={t('labels.geometry.columns')} min={1} max={1000} />
            <NumberField name="geometry.rows" label={t('labels.geometry.rows')} min={1} max={1000} />
            <Measure name="marginLeftMillimetres" label={t('labels.geometry.marginLeft')} />
            <Measure name="marginTopMillimetres" label={t('labels.geometry.marginTop')} />
            <Measure name="columnPitchMillimetres" label={t('labels.geometry.columnPitch')} />
            <Measure name="rowPitchMillimetres" label={t('labels.geometry.rowPitch')} />
            <Measure name="cornerRadiusMillimetres" label={t('labels.geometry.cornerRadius')} />
            <Measure name="unprintableMillimetres" label={t('labels.geometry.unprintable')} />
          </div>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField
            name="output"
            label={t('labels.output')}
            required
            data={[
              { value: 'PDF', label: t('labels.outputs.PDF') },
              { value: 'ZPL', label: t('labels.outputs.ZPL') },
            ]}
          />
          {zpl && <SelectField name="dpi" label={t('labels.dpi')} required data={['203', '300', '600']} />}
        </SimpleGrid>
        <Stack gap="xs">
          <SwitchField name="showProduct" label={t('labels.showProduct')} />
          <SwitchField name="showCompany" label={t('labels.showCompany')} />
          <SwitchField name="showDetail" label={t('labels.showDetail')} />
          <SwitchField name="showLogo" label={t('labels.showLogo')} description={logoHint} />
          {!zpl && <SwitchField name="outlined" label={t('labels.outlined')} />}
        </Stack>
      </Stack>
      <div className={classes.stage}>
        {preview.error && (
          <Alert color="warn" mb="sm" role="status">
            {problemText(preview.error)}
          </Alert>
        )}
        <SheetPreview
          geometry={shown}
          label={preview.error ? undefined : preview.data}
          count={1000}
          startAt={1}
          maxHeight={440}
          numbered
        />
        <Text size="xs" c="dimmed" ta="center" mt="sm" className="num">
          {t('labels.sheetSize', {
            width: shown.pageWidthMillimetres,
            height: shown.pageHeightMillimetres,
            count: shown.columns * shown.rows,
          })}
        </Text>
      </div>
    </div>
  )
}

function Measure({ name, label }: { name: keyof Geometry; label: string }) {
  return <NumberField name={`geometry.${name}`} label={label} unit="mm" decimals={3} min={0} />
}
