import type { Wording } from './template.js';

export const fr: Wording = {
  footer: 'Ce message a été envoyé automatiquement. Les réponses ne sont pas lues.',
  mails: {
    invitation: {
      subject: 'Votre invitation à rejoindre Baraza',
      text: [
        'Vous êtes invitée ou invité à ouvrir un compte sur Baraza, l’annuaire des réseaux de femmes médiatrices. Pour accepter, ouvrez ce lien :',
        '{link}',
        'Ce lien fonctionne une seule fois, jusqu’au {until}. Si vous n’attendiez pas d’invitation, vous pouvez ignorer ce message.',
      ],
    },
    'verify-email': {
      subject: 'Confirmez votre adresse électronique',
      text: [
        'Quelqu’un a indiqué cette adresse électronique en s’inscrivant sur Baraza. Si c’était vous, confirmez-la ici :',
        '{link}',
        'Ce lien fonctionne une seule fois, jusqu’au {until}. Si ce n’était pas vous, vous pouvez ignorer ce message : sans le lien, rien ne se passe.',
      ],
    },
    'already-registered': {
      subject: 'Vous avez déjà un compte',
      text: [
        'Quelqu’un a indiqué cette adresse électronique en s’inscrivant sur Baraza, mais un compte existe déjà avec elle. Si c’était vous, connectez-vous ici ou demandez-y un nouveau mot de passe :',
        '{link}',
        'Si ce n’était pas vous, vous pouvez ignorer ce message : rien n’a changé.',
      ],
    },
    'password-reset': {
      subject: 'Choisissez un nouveau mot de passe',
      text: [
        'Quelqu’un a demandé un nouveau mot de passe pour votre compte Baraza. Si c’était vous, choisissez-le ici :',
        '{link}',
        'Ce lien fonctionne une seule fois, jusqu’au {until}. Si ce n’était pas vous, vous pouvez ignorer ce message : votre mot de passe reste inchangé.',
      ],
    },
    'sign-in-link': {
      subject: 'Votre lien de connexion',
      text: [
        'Avec ce lien, vous vous connectez à Baraza :',
        '{link}',
        'Ce lien fonctionne une seule fois, jusqu’au {until}. Ne le donnez à personne. Si vous ne l’avez pas demandé, vous pouvez ignorer ce message.',
      ],
    },
    'password-changed': {
      subject: 'Votre mot de passe a été modifié',
      text: [
        'Le mot de passe de votre compte Baraza a été modifié le {at}. Si c’était vous, vous n’avez rien d’autre à faire.',
        'Si ce n’était pas vous, choisissez immédiatement un nouveau mot de passe et fermez toutes les sessions :',
        '{link}',
      ],
    },
    'second-factor-removed': {
      subject: 'Votre second facteur a été retiré',
      text: [
        'Le {at}, l’administration a retiré l’authentificateur et les codes de secours de votre compte Baraza et a fermé vos sessions. Si vous l’aviez demandé, connectez-vous et installez-en un autre :',
        '{link}',
        'Si vous ne l’aviez pas demandé, choisissez immédiatement un nouveau mot de passe et écrivez à qui tient cet annuaire.',
      ],
    },
    'new-sign-in': {
      subject: 'Nouvelle connexion à votre compte',
      text: [
        'Quelqu’un s’est connecté à votre compte Baraza le {at}. Si c’était vous, vous n’avez rien d’autre à faire.',
        'Si ce n’était pas vous, choisissez immédiatement un nouveau mot de passe et fermez toutes les sessions :',
        '{link}',
      ],
    },
    'profile-confirm': {
      subject: 'Vos informations sont-elles toujours exactes ?',
      text: [
        'Cela fait un certain temps que vous n’avez pas confirmé votre profil sur Baraza. S’il est toujours exact, confirmez-le avec ce lien :',
        '{link}',
        'Ce lien fonctionne une seule fois, jusqu’au {until}. Si quelque chose a changé, connectez-vous et corrigez-le. Un profil qui n’est pas confirmé n’est plus proposé aux organisateurs.',
      ],
    },
    'profile-stale': {
      subject: 'Vos informations attendent votre confirmation',
      text: [
        'Votre profil sur Baraza n’a pas été confirmé depuis longtemps : il n’est donc plus proposé aux organisateurs.',
        'Pour le relire et le confirmer, connectez-vous ici :',
        '{link}',
      ],
    },
    'correction-handled': {
      subject: 'Votre demande a reçu une réponse',
      text: [
        'La correction que vous avez demandée sur Baraza a été traitée. Pour voir le résultat, connectez-vous ici :',
        '{link}',
        'Si vous n’êtes pas d’accord, vous pouvez y faire une nouvelle demande.',
      ],
    },
    'organization-verified': {
      subject: 'Votre organisation a été vérifiée',
      text: [
        'Votre organisation est désormais vérifiée sur Baraza. À votre prochaine connexion, vous verrez ce qui est ouvert aux organisations vérifiées :',
        '{link}',
      ],
    },
    'consent-withdrawn-notice': {
      subject: 'Un consentement a été retiré',
      text: [
        'Une personne que votre réseau répertorie sur Baraza a retiré un consentement. Ce retrait est déjà effectif.',
        'Référence : {reference}',
        'Veuillez supprimer aussi ce que vous conservez en dehors de Baraza, comme des listes ou des pages imprimées. Pour voir de quel consentement il s’agit, connectez-vous ici :',
        '{link}',
      ],
    },
    'session-ended': {
      subject: 'Votre session a été fermée',
      text: [
        'Le {at}, la clé de l’une de vos sessions Baraza a été utilisée une seconde fois. Quelqu’un l’a peut-être copiée ; cette session a donc été fermée.',
        'Reconnectez-vous. Si vous remarquez quelque chose que vous n’avez pas fait, choisissez un nouveau mot de passe et fermez toutes les sessions :',
        '{link}',
      ],
    },
  },
};
