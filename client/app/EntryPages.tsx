export const SetupPage = () => null
export const JoinPage = () => null
export const ResetPage = () => null
export const SecondPage = () => null
export const SignInPage = () => null
