// Loaded with the first day that is asked for, see DayInput.
export { DateInput } from '@mantine/dates'
