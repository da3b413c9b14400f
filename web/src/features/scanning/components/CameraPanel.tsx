import { ActionIcon, Alert, Button, Text } from '@mantine/core'
import { IconBulb, IconBulbOff, IconCameraOff, IconZoomIn } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Camera, type CameraAbilities, type CameraTrouble, type CameraView } from '../model/camera'
import { shownCode } from '../model/read-code'
import type { Symbology } from '../model/scan'
import classes from './Scan.module.css'

const nothing: CameraView = { seen: [], width: 4, height: 3 }

/** The picture of the camera with what is read in it. */
export function CameraPanel({
  onCode,
  onType,
}: {
  onCode: (text: string, symbology: Symbology) => void
  /** Where no picture is read, a number is typed. */
  onType: () => void
}) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const camera = useRef<Camera>(null)
  const latest = useRef(onCode)
  latest.current = onCode
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null)
  const [can, setCan] = useState<CameraAbilities | null>(null)
  const [view, setView] = useState(nothing)
  const [torch, setTorch] = useState(false)
  const [zoom, setZoom] = useState(1)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    setTorch(false)
    const one = new Camera(video.current!, {
      code: (text, symbology) => latest.current(text, symbology ?? 'QR'),
      view: setView,
      trouble: (why) => {
        one.stop()
        setTrouble(why)
      },
    })
    camera.current = one
    void one.start().then(setCan)
    return () => one.stop()
  }, [tries])

  if (trouble)
    return (
      <Alert
        color="bad"
        className={classes.trouble}
        icon={<IconCameraOff aria-hidden />}
        title={t(`scanning.camera.${trouble}.title`)}
      >
        <Text size="sm">{t(`scanning.camera.${trouble}.text`)}</Text>
        <Button
          mt="sm"
          variant="default"
          onClick={() => {
            // At once, so that the picture is there when the camera looks for it.
            setTrouble(null)
            setTries(tries + 1)
          }}
        >
          {t('scanning.camera.again')}
        </Button>{' '}
        <Button mt="sm" onClick={onType}>
          {t('scanning.typeCode')}
        </Button>
      </Alert>
    )
  const fresh = view.seen.filter((one) => !one.taken)
  const zooms = can?.zoom ? [1, 2, 4].filter((factor) => factor <= can.zoom!.max && factor >= can.zoom!.min) : []
  return (
    <div className={classes.camera}>
      <video ref={video} muted playsInline aria-label={t('scanning.camera.picture')} />
      <svg viewBox={`0 0 ${view.width} ${view.height}`} preserveAspectRatio="xMidYMid slice" aria-hidden>
        {view.seen.map((one) => (
          <polygon
            key={one.text}
            points={one.corners.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill={one.taken ? '#2f9e4455' : '#ffd43b55'}
            stroke={one.taken ? '#51cf66' : '#ffd43b'}
            strokeWidth={view.width / 160}
          />
        ))}
      </svg>
      {fresh.length > 1 && (
        <div className={classes.choices} role="group" aria-label={t('scanning.camera.several')}>
          {fresh.map((one) => (
            <Button key={one.text} color="dark" variant="filled" maw="100%" onClick={() => camera.current?.choose(one.text)}>
              {shownCode(lastPart(one.text))}
            </Button>
          ))}
          <Button onClick={() => fresh.forEach((one) => void camera.current?.choose(one.text))}>
            {t('scanning.camera.takeAll', { count: fresh.length })}
          </Button>
        </div>
      )}
      <div className={classes.lights}>
        {zooms.length > 1 && (
          <Button
            color="dark"
            h={48}
            px="sm"
            leftSection={<IconZoomIn size={20} aria-hidden />}
            aria-label={t('scanning.camera.zoom', { factor: zoom })}
            onClick={() => {
              const next = zooms[(zooms.indexOf(zoom) + 1) % zooms.length]!
              void camera.current?.zoom(next).then((done) => done && setZoom(next))
            }}
          >
            {zoom}×
          </Button>
        )}
        {can?.torch && (
          <ActionIcon
            variant="filled"
            color={torch ? 'warn' : 'dark'}
            size={48}
            aria-label={t(torch ? 'scanning.camera.torchOff' : 'scanning.camera.torchOn')}
            aria-pressed={torch}
            onClick={() => void camera.current?.torch(!torch).then((done) => done && setTorch(!torch))}
          >
            {torch ? <IconBulbOff size={24} aria-hidden /> : <IconBulb size={24} aria-hidden />}
          </ActionIcon>
        )}
      </div>
    </div>
  )
}

/** Of an address, what tells two labels from each other. */
const lastPart = (text: string) => (/^https?:/i.test(text) ? `…${text.replace(/\/+$/, '').slice(-8)}` : text)
