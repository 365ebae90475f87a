import type { Texts } from './en.js';

export const fr: Texts = {
  leave: 'Quitter vite cette page',
  language: 'Langue',
  skip: 'Aller au contenu',
  contents: 'Sur cette page',
  menuTitle: 'Votre page',
  menu: {
    overview: 'Aperçu',
    data: 'Tout ce qui est conservé sur vous',
    profile: 'Votre travail',
    availability: 'Disponibilité',
    safety: 'Sécurité',
    consents: 'Consentements',
    audiences: 'Qui voit quoi',
    contact: 'Coordonnées',
    corrections: 'Corrections',
    sessions: 'Connexions',
    erase: 'Effacer',
  },
  work: {
    title: 'Votre travail',
    about:
      'Ce que les organisateurs cherchent. C’est valable dès maintenant, et vos coordinatrices voient ce que vous avez changé.',
    yearsHint: 'Années d’expérience, en nombre entier.',
    languagesHint:
      'Écrivez le nom d’une langue, dans la langue de votre choix. Videz une ligne pour la retirer. Les langues des signes ont leur propre niveau.',
    topicsHint: 'Choisissez un thème et votre niveau. Choisissez la ligne vide pour en retirer un.',
    biographyHint:
      'Ce que vous dites de vous, dans autant de langues que vous voulez. Videz un champ pour retirer un texte.',
    moreLanguages: 'Plus de lignes pour les langues',
    moreTopics: 'Plus de lignes pour les thèmes',
    language: 'Langue',
    topic: 'Thème',
    level: 'Niveau',
  },
  save: 'Enregistrer',
  send: 'Envoyer',
  yes: 'Oui',
  no: 'Non',
  nothing: 'Non indiqué',
  done: {
    saved: 'Enregistré. Cela vaut dès maintenant.',
    confirmed: 'Merci. Votre profil est confirmé à la date d’aujourd’hui.',
    given: 'Votre consentement est enregistré. Vous pouvez le retirer à tout moment.',
    withdrawn: 'Votre consentement est retiré. Cela vaut dès maintenant, partout.',
    sent: 'Votre demande a été envoyée aux coordinatrices.',
    ended: 'La connexion a été fermée.',
  },
  problem: { title: 'Cela n’a pas marché', back: 'Aller à votre page' },
  problems: {
    form: 'Ce formulaire est trop ancien ou ne vient pas de cette page. Rien n’a été changé. Revenez en arrière, rechargez la page et renvoyez le formulaire.',
    notFound: 'Il n’y a rien ici, ou rien que vous puissiez voir.',
    notYours:
      'Votre compte n’a pas de profil de médiatrice : il n’y a donc pas de page pour lui ici. Utilisez votre propre programme.',
    conflict: 'Quelqu’un a changé cela entre-temps. Rien n’a été écrasé. Rechargez la page.',
    state: 'Cela ne peut pas se faire maintenant. Rien n’a été changé.',
    input: 'Quelque chose dans l’envoi ne peut pas servir. Rien n’a été changé.',
    tooLarge: 'C’est trop de texte. Rien n’a été changé.',
    tooMany: 'Trop d’essais. Attendez {time} et réessayez.',
    broken: 'Quelque chose n’a pas marché de notre côté. Réessayez plus tard.',
    'openid-expired': 'Cette connexion a expiré ou a été commencée ailleurs. Recommencez.',
    'openid-unconfirmed':
      'Le service de connexion de votre organisation n’a pas confirmé qui vous êtes.',
    'openid-no-address':
      'Le service de connexion de votre organisation n’a pas donné votre adresse électronique.',
    'openid-unverified':
      'Le service de connexion de votre organisation n’a pas vérifié votre adresse électronique.',
    'openid-not-vouched':
      'Votre organisation ne se porte pas garante de ce compte de son service de connexion.',
    'openid-taken':
      'Il existe déjà un compte avec votre adresse électronique. Connectez-vous-y comme auparavant.',
    'openid-not-permitted': 'Vous ne pouvez pas vous connecter de cette manière.',
    'openid-unavailable':
      'Le service de connexion de votre organisation ne répond pas. Réessayez plus tard.',
  },
  mistakes: {
    title: 'Vérifiez ce qui est signalé ci-dessous. Rien n’a encore été enregistré.',
    other: 'Cela ne peut pas servir.',
    suggestions: 'Vouliez-vous dire {names} ?',
    codes: {
      MISSING: 'Il le faut.',
      MALFORMED: 'Cela n’a pas la bonne forme.',
      UNKNOWN: 'Cela n’est pas connu ici.',
      TOO_LONG: 'C’est trop long.',
      TOO_MANY: 'Il y en a trop.',
      OUT_OF_RANGE: 'C’est trop court, trop petit ou trop grand.',
      CONTRADICTION: 'C’est trop courant ou ne va pas avec le reste. Choisissez autre chose.',
    },
  },
  signIn: {
    title: 'Ouvrir votre page',
    about: 'Pour les femmes qui figurent dans un annuaire de médiatrices.',
    others:
      'Les coordinatrices, les organisations et l’administration se connectent avec leur propre programme à {address}.',
    byLink: 'Par un lien',
    byLinkAbout:
      'Nous envoyons un lien à votre adresse électronique. Il sert une seule fois, et peu de temps.',
    email: 'Adresse électronique',
    askLink: 'M’envoyer un lien',
    byPassword: 'Par un mot de passe',
    password: 'Mot de passe',
    codeTitle: 'Encore une étape',
    code: 'Code de votre second facteur',
    codeHint: 'De votre application d’authentification, ou l’un de vos codes de secours.',
    button: 'Se connecter',
    wrong: 'Ce n’est pas juste. Vérifiez ce que vous avez écrit.',
    sentTitle: 'Regardez votre courrier',
    sent: 'Si cette adresse appartient au compte d’une médiatrice, un lien est en route. Cela peut prendre quelques minutes. Regardez aussi parmi les indésirables.',
    forgotten: 'Avez-vous oublié votre mot de passe ?',
    forgottenAbout:
      'Qui a un compte peut en choisir un nouveau : nous envoyons un lien à votre adresse électronique. Il sert une seule fois, et peu de temps.',
    askReset: 'M’envoyer un lien pour un nouveau mot de passe',
    resetSent:
      'S’il existe un compte avec cette adresse, un lien est en route. Cela peut prendre quelques minutes. Regardez aussi parmi les indésirables.',
    already: 'Êtes-vous déjà connectée ?',
    open: 'Ouvrir votre page',
    outTitle: 'Vous êtes déconnectée',
    out: 'Ce navigateur ne garde rien de vous, sauf la langue. La liste des pages qu’il retient peut être effacée dans ses réglages.',
    toSignIn: 'Se connecter',
  },
  link: {
    once: 'Le lien sert une seule fois. Rien ne se passe avant que vous appuyiez sur le bouton.',
    goneTitle: 'Ce lien ne sert plus',
    gone: 'Il a déjà servi, il est trop ancien ou il n’est pas entier.',
    another: {
      invitation: 'Demandez à qui vous a invitée de vous inviter de nouveau.',
      'verify-email': 'Inscrivez-vous encore une fois pour recevoir un autre lien.',
      'password-reset': 'Demandez un autre lien là où vous avez demandé celui-ci.',
      'sign-in': 'Demandez un autre lien sur la page de connexion.',
      'confirm-profile': 'Connectez-vous pour confirmer votre profil.',
    },
    takenTitle: 'Cela ne peut pas se faire maintenant',
    taken:
      'Peut-être y a-t-il déjà un compte à cette adresse. S’il est à vous, connectez-vous, puis ouvrez de nouveau le lien. Sinon, demandez à qui vous a invitée.',
    password: 'Choisissez un mot de passe',
    passwordHint:
      'Au moins 12 caractères. Quelques mots que vous seule mettriez ensemble conviennent bien.',
    accountKept: 'Si vous avez déjà un compte, il reste tel quel.',
    invitation: {
      title: 'Votre invitation',
      roles: {
        mediator: 'Vous êtes invitée à décider vous-même de votre profil dans l’annuaire.',
        coordinator: 'Vous êtes invitée à coordonner un réseau.',
        organizer: 'Vous êtes invitée comme organisatrice de processus de médiation.',
        'focal-point': 'Vous êtes invitée comme point focal.',
        administrator: 'Vous êtes invitée comme administratrice.',
      },
      network: 'Réseau : {name}',
      agreeTitle: 'Ce que vous acceptez',
      agree: {
        kept: 'Votre nom et votre adresse électronique sont conservés, chiffrés, pour que vous puissiez vous connecter.',
        recorded:
          'Ce que vous faites des données d’autres personnes est enregistré, et elles peuvent le voir.',
        secret: 'Vous gardez votre mot de passe pour vous.',
        consent:
          'L’invitation n’est pas un consentement : une médiatrice décide séparément de chaque usage de son profil.',
      },
      agreed: 'J’accepte',
      name: 'Votre nom',
      button: 'Accepter l’invitation',
    },
    'verify-email': {
      title: 'Confirmez votre adresse électronique',
      about:
        'Vous confirmez que cette adresse est à vous et choisissez un mot de passe pour votre compte.',
      button: 'Confirmer l’adresse',
    },
    'password-reset': {
      title: 'Choisissez un nouveau mot de passe',
      about:
        'Toutes vos connexions sont fermées, sur tous les appareils. Connectez-vous ensuite avec le nouveau mot de passe.',
      button: 'Fixer le mot de passe',
    },
    'sign-in': {
      title: 'Ouvrir votre page',
      about: 'Avec le bouton, vous vous connectez sur cet appareil.',
      button: 'Se connecter',
    },
    'confirm-profile': {
      title: 'Votre profil est-il toujours juste ?',
      about:
        'Avec le bouton, vous dites que oui. Pour le voir ou le changer, connectez-vous plutôt.',
      button: 'Mon profil est toujours juste',
    },
    after: {
      'signed-in': {
        title: 'Vous êtes connectée',
        next: 'Continuez dans votre programme à {address}.',
      },
      mediator: {
        title: 'Votre compte est prêt',
        next: 'Connectez-vous avec votre adresse et votre mot de passe, ou par un lien, pour voir votre page.',
      },
      coordinator: {
        title: 'Votre compte est prêt',
        next: 'Connectez-vous avec votre programme à {address}. Il vous demande d’abord de mettre en place un second facteur.',
      },
      administrator: {
        title: 'Votre compte est prêt',
        next: 'Connectez-vous avec votre programme à {address}. Il vous demande d’abord de mettre en place un second facteur.',
      },
      organizer: {
        title: 'Votre compte est prêt',
        next: 'Connectez-vous avec votre programme à {address}.',
      },
      'focal-point': {
        title: 'Votre compte est prêt',
        next: 'Connectez-vous avec votre programme à {address}.',
      },
      'verify-email': {
        title: 'Votre adresse est confirmée',
        next: 'L’administration vérifie maintenant votre organisation, et vous recevrez un courriel. Vous pouvez vous connecter avec votre programme à {address}.',
      },
      'password-reset': {
        title: 'Votre nouveau mot de passe est fixé',
        next: 'Les médiatrices se connectent ici. Les autres se connectent avec leur programme à {address}.',
      },
      'confirm-profile': {
        title: 'Votre profil est confirmé',
        next: 'Merci. Il n’y a rien d’autre à faire.',
      },
    },
  },
  me: {
    title: 'Votre page',
    signedIn: 'Vous seule voyez cette page.',
    signOut: 'Se déconnecter',
    state: 'Votre profil',
    states: {
      draft: 'Un brouillon. Seuls vous et vos réseaux le voyez.',
      submitted: 'En attente de vérification. Seuls vous et vos réseaux le voyez.',
      verified: 'Vérifié, mais pas publié.',
      published: 'Publié dans l’annuaire.',
      stale:
        'Publié, mais pas confirmé depuis longtemps. Il est laissé de côté quand on cherche des médiatrices.',
      suspended: 'Retiré de l’annuaire par un réseau.',
      withdrawn: 'Retiré de l’annuaire.',
    },
    unlisted:
      'Vous n’avez pas consenti à figurer dans l’annuaire : personne ne vous y trouve donc, quoi que dise le reste.',
    confirmTitle: 'Tout est-il encore juste ?',
    confirmedOn: 'Confirmé pour la dernière fois le {date}.',
    neverConfirmed: 'Jamais confirmé jusqu’ici.',
    confirm: 'Mon profil est toujours juste',
    export: 'Emporter vos données',
    exportAbout: 'Tout ce qui est conservé sur vous, dans un fichier.',
    exportWarning:
      'Il contient aussi vos coordonnées : gardez-le là où personne d’autre ne le trouve.',
    json: 'Fichier pour programmes (JSON)',
    pdf: 'Fichier à lire (PDF)',
  },
  data: {
    title: 'Tout ce qui est conservé sur vous',
    about:
      'Voici tout ce qui est conservé sur vous. Ce qui n’a pas de nom dans votre langue en a un en anglais.',
  },
  you: 'Vous-même',
  fields: {
    name: 'Nom dans l’annuaire',
    networks: 'Réseaux',
    languages: 'Langues',
    territories: 'Territoires que vous connaissez',
    expertise: 'Domaines de compétence',
    tracks: 'Voies',
    roles: 'Rôles',
    supports: 'Types d’appui',
    yearsBand: 'Années d’expérience, à peu près',
    biography: 'À propos de vous',
    availabilityBand: 'Disponibilité',
    noticeDays: 'Jours de préavis qu’il vous faut',
    workingMode: 'Sur place ou à distance',
    confirmedOn: 'Dernière confirmation',
    fullName: 'Nom complet',
    nameVariants: 'Autres graphies de votre nom',
    nationalities: 'Nationalité',
    residence: 'Pays où vous vivez',
    ageBand: 'Tranche d’âge',
    years: 'Années d’expérience',
    available: 'Jours où vous êtes disponible',
    experience: 'Processus',
    education: 'Études',
    publications: 'Publications parues',
    training: 'Formation',
    ruledOut: 'Territoires exclus',
  },
  workingModes: { 'in-person': 'Sur place', remote: 'À distance', both: 'Les deux' },
  availability: {
    title: 'Disponibilité',
    about: 'Qui cherche des médiatrices le voit, et la recherche en tient compte.',
    now: 'À quel point êtes-vous disponible ?',
    periods: 'Quand êtes-vous disponible ?',
    periodsHint: 'Laissez une borne vide si elle est ouverte, et toutes si c’est à tout moment.',
    from: 'Du',
    to: 'Au',
    notice: 'Combien de jours de préavis vous faut-il avant de partir ?',
    noticeHint: 'Un nombre, ou rien si cela dépend.',
    mode: 'Comment travaillez-vous ?',
    noMode: 'Non indiqué',
  },
  safety: {
    title: 'Sécurité',
    codeTitle: 'Nom de code',
    codeAbout:
      'Avec un nom de code, ni votre nom ni rien qui montre qui vous êtes n’est vu hors de vos réseaux, et des régions prennent la place des pays.',
    pseudonymous: 'Ne me montrer que sous un nom de code',
    codeName: 'Nom de code',
    codeHint: 'Un mot qui ne dit rien de vous.',
    ruledOutTitle: 'Territoires exclus',
    ruledOutAbout:
      'Vos réseaux le savent, pour ne jamais vous proposer pour y travailler. Personne en dehors d’eux ne voit lesquels ce sont.',
    rankingsTitle: 'Dans les classements des organisateurs vérifiés',
    rankingsAbout:
      'Les organisateurs demandent à l’annuaire qui convient à un processus. Vous décidez si ce que vous avez exclu y joue un rôle.',
    toNetwork:
      'Entre mon réseau et moi : les classements des organisateurs n’en savent rien, et mon réseau vérifie quand une mise en relation est demandée',
    leaveOut: 'Me laisser en dehors des classements des organisateurs vérifiés pour ces lieux',
    leaveOutMeans: 'En choisissant d’être laissée en dehors, vous acceptez ce texte :',
    keep: 'Exclus',
    add: 'Exclure un autre pays ou territoire',
    addHint: 'Son nom dans votre langue. S’il y en a plusieurs, un par ligne.',
    byNetwork:
      'Ce qu’un de vos réseaux a fixé ici pour votre sécurité reste jusqu’à ce qu’il le retire. Parlez-lui-en si cela doit finir.',
    shownTitle: 'Ce que les autres voient avec un nom de code',
    shownAbout:
      'Avec un nom de code, vous ne montrez que ce qu’au moins cinq femmes avec un nom de code ont en commun. Quand l’une d’elles change quelque chose, il se peut que vous montriez moins. Qui a noté ce que vous montriez avant peut encore le savoir.',
    shownNow: 'Voici ce que les autres voient de vous maintenant.',
    shownThen: 'Voici ce que les autres verraient de vous dès que vous prenez un nom de code.',
    atLeast: 'au moins {value}',
    atMost: 'au plus {value}',
    orLater: '{value} ou plus tard',
    shownNothing:
      'Seulement votre nom de code : il n’y a pas encore cinq femmes avec qui vous avez quelque chose en commun.',
    toEveryone: 'Tout le monde voit',
    toVetted: 'Les organisations vérifiées voient en plus',
    cost: 'Sur {needs} besoins publics ouverts, vous seriez parmi les 20 premières pour {named} sous votre nom, et pour {coded} avec un nom de code.',
    ask: 'Montrer plus de moi là où assez de femmes le permettent',
    askAbout:
      'Environ une fois par mois, les valeurs communes sont refaites pour celles qui le demandent. Qui compare les anciennes aux nouvelles peut apprendre quelque chose sur vous.',
    asked:
      'Vous avez demandé à montrer plus. Cela se fera quand les valeurs communes seront refaites, là où assez de femmes le permettent.',
  },
  consents: {
    title: 'Consentements',
    about:
      'Chaque usage de votre profil demande votre consentement. Vous pouvez retirer chacun à tout moment, et cela vaut aussitôt.',
    canBeTold:
      'Voici ce que d’autres peuvent déduire de vos réponses : qui vous trouve dans l’annuaire et dans aucun classement sait que vous avez consenti au premier et non au second. Vos autres réponses ne sont vues que de vous et de vos réseaux. Les statistiques comptent cinq femmes ou plus ; celles des trimestres passés restent telles quelles.',
    purposes: {
      LISTED: 'Figurer dans l’annuaire',
      MATCHED: 'Être proposée quand on cherche des médiatrices',
      CONTACTED: 'Être contactée par votre réseau',
      PUBLISHED_ABROAD: 'Être publiée ailleurs',
      STATISTICS: 'Être comptée dans des statistiques',
    },
    given: 'Vous avez consenti le {date}.',
    notGiven: 'Vous n’avez pas consenti.',
    give: 'Je consens',
    withdraw: 'Retirer mon consentement',
    history: 'Consentements passés',
    wasWithdrawn: 'Donné le {date}, retiré le {until}.',
  },
  audiences: {
    title: 'Qui voit quoi',
    about:
      'Choisissez pour chaque partie de votre profil qui peut la voir. Vous pouvez restreindre à tout moment.',
    who: {
      PUBLIC: 'Tout le monde',
      VETTED: 'Organisations vérifiées et coordinatrices',
      CURATOR: 'Vos réseaux seulement',
    },
    usual: 'habituel',
    widerTitle: 'Si plus de personnes que d’habitude doivent le voir',
    wider: 'Je l’ai lu et je le veux',
    widerNeeded:
      'Pour plus de personnes que d’habitude, acceptez le texte. Certaines parties ne sont jamais montrées à plus.',
  },
  contact: {
    title: 'Coordonnées',
    about:
      'Conservées chiffrées. Seules les coordinatrices de vos réseaux peuvent ouvrir ce que leur réseau a noté, chaque fois avec une raison, et vous voyez ici qui l’a fait.',
    yours: 'Ce que vous dites vous-même',
    by: 'Ce qu’a noté le réseau {network}',
    fields: {
      email: 'Adresse électronique',
      telephone: 'Téléphone',
      postalAddress: 'Adresse postale',
      emergencyContact: 'Qui appeler en cas d’urgence',
      securityNotes: 'Ce à quoi veiller pour votre sécurité',
      dateOfBirth: 'Date de naissance',
    },
    accesses: 'Qui les a regardées',
    accessesNone: 'Personne ne les a regardées.',
    access: 'une coordinatrice du réseau {network}',
    purposes: {
      CONTACT_FOR_REQUEST: 'Pour vous contacter à propos d’une demande',
      VERIFY_IDENTITY: 'Pour vérifier qui vous êtes',
      SECURITY: 'Pour votre sécurité',
      CORRECTION: 'Pour corriger quelque chose',
    },
  },
  corrections: {
    title: 'Corrections',
    about:
      'Quelque chose est faux et vous ne pouvez pas le changer ici ? Les coordinatrices de vos réseaux voient ce que vous écrivez et répondent.',
    field: 'De quoi s’agit-il ?',
    whole: 'Autre chose',
    text: 'Qu’est-ce qui est faux, et qu’est-ce qui est juste ?',
    asked: 'Ce que vous avez demandé',
    none: 'Rien jusqu’ici.',
    states: { open: 'pas encore traité', done: 'corrigé', declined: 'pas corrigé' },
    answer: 'Réponse',
  },
  sessions: {
    title: 'Connexions',
    about:
      'Où vous êtes connectée. Fermez ce que vous ne connaissez pas, ou tout si un appareil peut être en d’autres mains.',
    device: '{browser} sur {system}',
    browser: 'Un navigateur',
    system: 'un système inconnu',
    program: 'Un programme',
    current: 'ici',
    since: 'Depuis le {date}, utilisée la dernière fois le {used}.',
    end: 'Fermer cette connexion',
    endOthers: 'Fermer toutes les autres',
    endAll: 'Se déconnecter partout, ici aussi',
  },
  erase: {
    title: 'Tout effacer',
    about:
      'Tout ce qui est conservé sur vous est effacé aussitôt et partout : profil, coordonnées, consentements, compte. On ne peut pas revenir en arrière.',
    kept: 'Il reste une trace, sans votre nom ni vos données, que quelqu’un a été effacé.',
    first: 'Emportez d’abord vos données, si vous voulez les garder.',
    type: 'Par sûreté : écrivez votre nom comme l’annuaire le montre',
    mismatch: 'Ce n’est pas le nom dans l’annuaire.',
    button: 'Effacer tout ce qui me concerne',
    doneTitle: 'Tout est effacé',
    done: 'Plus rien n’est conservé ici sur vous. Effacez aussi les courriels de Baraza, si quelqu’un d’autre pouvait les lire.',
  },
};
