import { Center, Loader, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Waiting.module.css'

/** Stands where something is being fetched. Fades in late, so that quick answers do not flicker. */
export function Waiting({ what }: Readonly<{ what?: string }>) {
  const { t } = useTranslation()
  return (
    <Center component="output" className={classes.waiting}>
      <Loader size="xs" color="var(--ink-soft)" aria-hidden />
      <Text c="dimmed" size="sm">
        {what ?? t('common.state.loading')}
      </Text>
    </Center>
  )
}
