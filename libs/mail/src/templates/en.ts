import type { Wording } from './template.js';

export const en: Wording = {
  footer: 'This message was sent automatically. Answers to it are not read.',
  mails: {
    invitation: {
      subject: 'Your invitation to Baraza',
      text: [
        'You are invited to open an account with Baraza, the directory of networks of women mediators. To accept, open this link:',
        '{link}',
        'The link works once, until {until}. If you did not expect an invitation, you can ignore this message.',
      ],
    },
    'verify-email': {
      subject: 'Confirm your e-mail address',
      text: [
        'Someone gave this e-mail address when registering with Baraza. If it was you, confirm the address here:',
        '{link}',
        'The link works once, until {until}. If it was not you, you can ignore this message: nothing happens without the link.',
      ],
    },
    'already-registered': {
      subject: 'You have an account already',
      text: [
        'Someone gave this e-mail address when registering with Baraza, but there is an account with it already. If it was you, sign in here, or ask for a new password there:',
        '{link}',
        'If it was not you, you can ignore this message: nothing has changed.',
      ],
    },
    'password-reset': {
      subject: 'Choose a new password',
      text: [
        'Someone asked for a new password for your Baraza account. If it was you, choose one here:',
        '{link}',
        'The link works once, until {until}. If it was not you, you can ignore this message: your password stays as it is.',
      ],
    },
    'sign-in-link': {
      subject: 'Your sign-in link',
      text: [
        'With this link you sign in to Baraza:',
        '{link}',
        'The link works once, until {until}. Give it to no one. If you did not ask for it, you can ignore this message.',
      ],
    },
    'password-changed': {
      subject: 'Your password was changed',
      text: [
        'The password of your Baraza account was changed on {at}. If it was you, there is nothing more to do.',
        'If it was not you, choose a new password at once and end all sessions:',
        '{link}',
      ],
    },
    'second-factor-removed': {
      subject: 'Your second factor was removed',
      text: [
        'On {at} an administrator removed the authenticator and the recovery codes of your Baraza account and ended your sessions. If you asked for it, sign in and set up another one:',
        '{link}',
        'If you did not ask for it, choose a new password at once, and write to whoever runs this directory.',
      ],
    },
    'new-sign-in': {
      subject: 'A new sign-in to your account',
      text: [
        'Someone signed in to your Baraza account on {at}. If it was you, there is nothing more to do.',
        'If it was not you, choose a new password at once and end all sessions:',
        '{link}',
      ],
    },
    'profile-confirm': {
      subject: 'Are your details still right?',
      text: [
        'Some time has passed since you last confirmed your profile on Baraza. If it is still right, confirm it with this link:',
        '{link}',
        'The link works once, until {until}. If something has changed, sign in and correct it. A profile that is not confirmed is no longer proposed to organizers.',
      ],
    },
    'profile-stale': {
      subject: 'Your details await your confirmation',
      text: [
        'Your profile on Baraza has not been confirmed for a long time, so it is no longer proposed to organizers.',
        'To look through it and confirm it, sign in here:',
        '{link}',
      ],
    },
    'correction-handled': {
      subject: 'Your request was answered',
      text: [
        'The correction that you asked for on Baraza has been dealt with. To see the outcome, sign in here:',
        '{link}',
        'If you do not agree with it, you can ask again there.',
      ],
    },
    'organization-verified': {
      subject: 'Your organization was verified',
      text: [
        'Your organization is now verified on Baraza. When you sign in again, you see what is open to verified organizations:',
        '{link}',
      ],
    },
    'consent-withdrawn-notice': {
      subject: 'A consent was withdrawn',
      text: [
        'Someone whom your network lists on Baraza has withdrawn a consent. It is in force already.',
        'Reference: {reference}',
        'Please also remove what you keep outside Baraza, such as lists and printed pages. To see which consent it is, sign in here:',
        '{link}',
      ],
    },
    'session-ended': {
      subject: 'Your session was ended',
      text: [
        'On {at} the key of one of your Baraza sessions was used a second time. Someone may have copied it, so that session was ended.',
        'Sign in again. If you notice anything that you did not do, choose a new password and end all sessions:',
        '{link}',
      ],
    },
  },
};
