/**
 * Who stands behind an awareness entry, written by the server into the entry's `user` field from what it knows of
 * the socket; what a client claims there is overwritten (rule PR4).
 */
export type PresentMember = Readonly<{ memberId: string; name: string; delegation: string; colour: number }>
