/** The console: its languages, its colours, its questions to the hub, its pages. */
import '@fontsource-variable/inter/wght.css'
import './theme/mantine.ts'
import './theme/tokens.css'
import './theme/base.css'
import './theme/parts.css'
import './theme/shell.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/client.ts'
import { Toasts } from './parts/toast.tsx'
import { router } from './router.tsx'
import { SpeakingContext, useSpeaking } from './texts/use.ts'
import { useTheme } from './theme/chosen.ts'
import { cssVariables, theme } from './theme/theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// For the scroll lock inside dialogs, which makes a style element of its own.
setNonce(nonce)

function App() {
  const speaking = useSpeaking()
  const { scheme } = useTheme()
  return (
    <SpeakingContext value={speaking}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        forceColorScheme={scheme}
        getStyleNonce={() => nonce}
        deduplicateInlineStyles
      >
        <QueryClientProvider client={queryClient}>
          <Toasts>
            <RouterProvider router={router} />
          </Toasts>
        </QueryClientProvider>
      </MantineProvider>
    </SpeakingContext>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
