/** Fetches the page anew, and with it the program that the server now has. */
export const reloadPage = (): void => window.location.reload()
