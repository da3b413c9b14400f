import { z } from 'zod'
import { i18n } from '@/lib/i18n'

/** What zod objects to, in the person's language; a schema needs no messages of its own. */
z.config({
  customError: (issue) => {
    const t = i18n.t.bind(i18n)
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined || issue.input === null || issue.input === '' ? t('form.required') : t('form.invalid')
      case 'too_small':
        if (issue.origin === 'string')
          return Number(issue.minimum) <= 1 ? t('form.required') : t('form.tooShort', { count: Number(issue.minimum) })
        return issue.origin === 'array' ? t('form.required') : t('form.tooSmall', { min: String(issue.minimum) })
      case 'too_big':
        return issue.origin === 'string'
          ? t('form.tooLong', { count: Number(issue.maximum) })
          : t('form.tooBig', { max: String(issue.maximum) })
      case 'invalid_format':
        return issue.format === 'email' ? t('form.email') : issue.format === 'url' ? t('form.url') : t('form.invalid')
      default:
        return t('form.invalid')
    }
  },
})

export { z }
