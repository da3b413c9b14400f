import { Anchor, Title } from '@mantine/core'
import { IconHomeHeart } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { logoUrl } from '@/components/CompanyMark'
import { TextLink } from '@/components/Link'
import type { Notice } from '../api/codes'
import { linked } from '../model/linked'
import classes from './CodePage.module.css'

/** For whoever finds a thing: whose it is and how to reach them. */
export function NoticePage({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const here = useLocation({ select: (location) => location.href })
  return (
    <main className={classes.page}>
      <div className={classes.notice}>
        {notice.logoFileId ? (
          <img className={classes.logo} src={logoUrl(notice.logoFileId, 256)} alt="" />
        ) : (
          <div className={classes.sign} aria-hidden>
            <IconHomeHeart size={34} stroke={1.6} />
          </div>
        )}
        <Title order={1} size={28} mb="sm">
          {notice.companyName ?? t('codes.somebody')}
        </Title>
        {notice.notice && (
          <div className={classes.words}>
            {linked(notice.notice).map((part) =>
              part.href ? (
                <Anchor key={part.at} href={part.href} underline="always">
                  {part.text}
                </Anchor>
              ) : (
                <span key={part.at}>{part.text}</span>
              ),
            )}
          </div>
        )}
        <TextLink to="/sign-in" search={{ next: here }} size="sm" c="dimmed" mt={48} display="inline-block" p="xs">
          {t('codes.signIn')}
        </TextLink>
      </div>
    </main>
  )
}
