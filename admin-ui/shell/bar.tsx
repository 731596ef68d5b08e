import { ActionIcon, Menu, SegmentedControl, Tooltip } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LogOut, MenuIcon, Moon, Sun, UserRound } from 'lucide-react'
import { api, ask } from '#admin-ui/api/client.ts'
import { useLive } from '#admin-ui/api/live.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { LANGUAGES, type Language } from '#admin-ui/texts/language.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { useTheme } from '#admin-ui/theme/chosen.ts'
import { Search } from './search.tsx'

export function Bar({ openMenu }: { readonly openMenu: () => void }) {
  const { t } = useTexts()
  return (
    <header className="bar">
      <ActionIcon className="burger" variant="subtle" color="gray" size={40} onClick={openMenu} aria-label={t.nav.open}>
        <MenuIcon size={20} />
      </ActionIcon>
      <Search />
      <div className="bar-right">
        <LiveMark />
        <LanguageSwitch />
        <ThemeSwitch />
        <SessionMenu />
      </div>
    </header>
  )
}

function LiveMark() {
  const { t } = useTexts()
  const { connected } = useLive()
  return (
    <Tooltip label={connected ? t.bar.liveHint : t.bar.reconnectingHint} w={260}>
      <span className={connected ? 'live' : 'live live-lost'} role="status">
        <span className="live-word">{connected ? t.bar.live : t.bar.reconnecting}</span>
      </span>
    </Tooltip>
  )
}

/** Also on the page of the sign-in. */
export function LanguageSwitch() {
  const { t, language, speak } = useTexts()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.bar.language}
      value={language}
      onChange={(chosen) => speak(chosen as Language)}
      data={Object.keys(LANGUAGES).map((value) => ({ value, label: value.toUpperCase() }))}
    />
  )
}

export function ThemeSwitch() {
  const { t } = useTexts()
  const { scheme, toggle } = useTheme()
  const label = scheme === 'dark' ? t.bar.toLight : t.bar.toDark
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={38} onClick={toggle} aria-label={label}>
        {scheme === 'dark' ? <Sun size={18} /> : <Moon size={18} />}
      </ActionIcon>
    </Tooltip>
  )
}

function SessionMenu() {
  const { t } = useTexts()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const signOut = async (): Promise<void> => {
    try {
      await ask(api['sign-out'].$post())
      queries.clear()
      await navigate({ to: '/sign-in' })
    } catch (error) {
      toast.failed(error)
    }
  }
  return (
    <Menu width={230}>
      <Menu.Target>
        <button type="button" className="who">
          <span className="initials" data-initials={me.name.slice(0, 2)} />
          <span className="who-words">
            <b>{me.name}</b>
            <small>{t.role[me.role] ?? me.role}</small>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t.bar.session}>
        <Menu.Item leftSection={<UserRound size={16} />} onClick={() => void navigate({ to: '/account' })}>
          {t.bar.account}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => void signOut()}>
          {t.bar.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
