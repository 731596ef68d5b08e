/** Erasing one message on request: which, and then why. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { overviewQuery } from '#admin-ui/api/queries.ts'
import { ActDialog } from '#admin-ui/parts/dialog.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { RETENTION_TEXTS } from './texts.ts'

export function EraseOne() {
  const { language } = useTexts()
  const words = RETENTION_TEXTS[language]
  const nameOf = useNameOf()
  const toast = useToast()
  const parties = useQuery(overviewQuery).data?.parties ?? []
  const [messageId, setMessageId] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [asking, setAsking] = useState(false)
  const from = chosen ?? parties[0]?.id ?? ''
  const act = async (reason: string): Promise<void> => {
    await ask(api.retention.erasures.$post({ json: { messageId, from, reason } }))
    setMessageId('')
    toast.done(words.asked)
    await queryClient.invalidateQueries({ queryKey: ['approvals'] })
  }
  return (
    <>
      <form
        className="erase-one"
        onSubmit={(event) => {
          event.preventDefault()
          setAsking(true)
        }}
      >
        <TextInput
          label={words.message}
          value={messageId}
          pattern="[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
          required
          withAsterisk={false}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setMessageId(event.currentTarget.value.trim().toLowerCase())}
        />
        <NativeSelect
          label={words.from}
          value={from}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={parties.map(({ id, title }) => ({ value: id, label: nameOf(id, title) }))}
        />
        <Button type="submit" variant="default">
          {words.ask}
        </Button>
      </form>
      {asking && (
        <ActDialog title={words.erase} open close={() => setAsking(false)} verb={words.ask} bad act={act}>
          <p>
            <code>{messageId}</code>
            <br />
            {nameOf(from)}
          </p>
        </ActDialog>
      )}
    </>
  )
}
