import { memo } from 'react'
import { type Geometry, type Tick, type Ticks, xOf } from '../model/scale'
import classes from './Timeline.module.css'

/** Two tiers of time: days over hours, months over days or weeks, years over months. */
export const TimeHead = memo(function TimeHead({ ticks, geometry }: { ticks: Ticks; geometry: Geometry }) {
  return (
    <div className={classes.ticks} aria-hidden>
      {ticks.upper.map((tick) => (
        <div key={tick.at} className={classes.upper} style={boxOf(geometry, tick)}>
          <span className={classes.day}>{tick.label}</span>
        </div>
      ))}
      {ticks.lower.map((tick) => (
        <div
          key={tick.at}
          className={classes.lower}
          data-weekend={tick.weekend || undefined}
          data-today={tick.today || undefined}
          style={boxOf(geometry, tick)}
        >
          <span className={classes.day}>{tick.label}</span>
        </div>
      ))}
    </div>
  )
})

const boxOf = (geometry: Geometry, tick: Tick) => {
  const left = Math.max(-2, xOf(geometry, tick.at))
  return { left, width: Math.max(0, xOf(geometry, tick.end) - left) }
}

/** Behind all rows: weekends, the lines of the lower tier, and now. */
export const Backdrop = memo(function Backdrop(props: { ticks: Ticks; geometry: Geometry; now: number }) {
  const { ticks, geometry } = props
  return (
    <div className={classes.backdrop} aria-hidden>
      {ticks.shades.map((tick) => (
        <div key={tick.at} className={classes.shade} style={boxOf(geometry, tick)} />
      ))}
      {ticks.lower.map((tick) => (
        <div key={tick.at} className={classes.line} style={{ left: xOf(geometry, tick.at) }} />
      ))}
      <div className={classes.now} style={{ left: xOf(geometry, props.now) }} />
    </div>
  )
})
