/** The frame around every screen. */
export const app = {
  skipToContent: 'Skip to the content',
  header: 'Travaux',
  home: 'start page',
  accountMenu: 'account and appearance',
  appearance: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  auto: 'As the system',
  signOut: 'Sign out',
  keptHere: 'What is kept on this computer',
  otherNegotiations: 'Other negotiations',
  screen: {
    compare: 'Compare texts',
    comparison: 'Comparison',
    matrix: 'Matrix',
  },
  connection: {
    lost: 'The connection to the server is lost. What you see may be out of date; trying again…',
  },
  notFound: {
    title: 'Page not found',
    body: 'Nothing is kept under this address. The link may be incomplete, or what it led to may not be open to you.',
    home: 'Go to the start page',
  },
  fault: {
    title: 'This screen stopped working',
    body: 'It met a fault of its own. Nothing that was saved is lost. Reload the page; if it happens again, tell whoever runs Travaux for you what you did and what stands below.',
    outdatedTitle: 'Travaux was updated',
    outdatedBody: 'A part of this page could not be fetched, most likely because the server now runs a newer version. Reload the page to go on.',
  },
  failure: {
    offline: 'The server cannot be reached. Check the network, then try again.',
    answer: 'The server answered in a way that this page does not understand; it may run a newer version. Reload the page.',
    unexpected: 'Something went wrong that should not have. Reload the page and try again.',
  },
  negotiations: {
    title: 'Your negotiations',
    none: 'You are signed in, but no longer a member of a negotiation. Ask a chair for an invitation.',
  },
} as const
