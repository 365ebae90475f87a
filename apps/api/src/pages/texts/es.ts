import type { Texts } from './en.js';

export const es: Texts = {
  leave: 'Salir rápido de esta página',
  language: 'Idioma',
  skip: 'Ir al contenido',
  contents: 'En esta página',
  menuTitle: 'Su página',
  menu: {
    overview: 'Resumen',
    data: 'Todo lo que se guarda sobre usted',
    profile: 'Su trabajo',
    availability: 'Disponibilidad',
    safety: 'Seguridad',
    consents: 'Consentimientos',
    audiences: 'Quién ve qué',
    contact: 'Datos de contacto',
    corrections: 'Correcciones',
    sessions: 'Sesiones',
    erase: 'Borrar',
  },
  work: {
    title: 'Su trabajo',
    about:
      'Lo que buscan los organizadores. Vale desde ahora, y sus coordinadoras ven lo que usted ha cambiado.',
    yearsHint: 'Años de experiencia, en número entero.',
    languagesHint:
      'Escriba el nombre de una lengua, en el idioma que quiera. Vacíe una línea para quitarla. Las lenguas de señas tienen su propio nivel.',
    topicsHint: 'Elija un tema y su nivel. Elija la línea vacía para quitar uno.',
    biographyHint:
      'Lo que dice de usted misma, en cuantas lenguas quiera. Vacíe un campo para quitar un texto.',
    moreLanguages: 'Más líneas para lenguas',
    moreTopics: 'Más líneas para temas',
    language: 'Lengua',
    topic: 'Tema',
    level: 'Nivel',
  },
  save: 'Guardar',
  send: 'Enviar',
  yes: 'Sí',
  no: 'No',
  nothing: 'No indicado',
  done: {
    saved: 'Guardado. Vale desde ahora.',
    confirmed: 'Gracias. Su perfil queda confirmado con fecha de hoy.',
    given: 'Su consentimiento queda registrado. Puede retirarlo en cualquier momento.',
    withdrawn: 'Su consentimiento queda retirado. Vale desde ahora y en todas partes.',
    sent: 'Su solicitud se ha enviado a las coordinadoras.',
    ended: 'La sesión se ha cerrado.',
  },
  problem: { title: 'No se ha podido hacer', back: 'Ir a su página' },
  problems: {
    form: 'Este formulario es demasiado antiguo o no viene de esta página. No se ha cambiado nada. Vuelva atrás, cargue de nuevo la página y envíe otra vez el formulario.',
    notFound: 'Aquí no hay nada, o nada que usted pueda ver.',
    notYours:
      'Su cuenta no tiene perfil de mediadora, así que aquí no hay página para ella. Use su propio programa.',
    conflict:
      'Entretanto alguien ha cambiado esto. No se ha sobrescrito nada. Cargue de nuevo la página.',
    state: 'Esto no se puede hacer ahora. No se ha cambiado nada.',
    input: 'Algo de lo enviado no se puede usar. No se ha cambiado nada.',
    tooLarge: 'Es demasiado texto. No se ha cambiado nada.',
    tooMany: 'Demasiados intentos. Espere {time} e inténtelo de nuevo.',
    broken: 'Algo ha fallado de nuestro lado. Inténtelo más tarde.',
    'openid-expired':
      'Este inicio de sesión ha caducado o se empezó en otro lugar. Empiece de nuevo.',
    'openid-unconfirmed':
      'El servicio de inicio de sesión de su organización no ha confirmado quién es usted.',
    'openid-no-address':
      'El servicio de inicio de sesión de su organización no ha indicado su dirección de correo electrónico.',
    'openid-unverified':
      'El servicio de inicio de sesión de su organización no ha verificado su dirección de correo electrónico.',
    'openid-not-vouched':
      'Su organización no responde por esta cuenta de su servicio de inicio de sesión.',
    'openid-taken':
      'Ya existe una cuenta con su dirección de correo electrónico. Inicie sesión en ella como antes.',
    'openid-not-permitted': 'Usted no puede iniciar sesión de esta manera.',
    'openid-unavailable':
      'El servicio de inicio de sesión de su organización no responde. Inténtelo más tarde.',
  },
  mistakes: {
    title: 'Revise lo que está marcado abajo. Todavía no se ha guardado nada.',
    other: 'Esto no se puede usar.',
    suggestions: '¿Quiso decir {names}?',
    codes: {
      MISSING: 'Esto es necesario.',
      MALFORMED: 'Esto no tiene la forma correcta.',
      UNKNOWN: 'Esto no se conoce aquí.',
      TOO_LONG: 'Es demasiado largo.',
      TOO_MANY: 'Son demasiados.',
      OUT_OF_RANGE: 'Es demasiado corto, demasiado pequeño o demasiado grande.',
      CONTRADICTION: 'Es demasiado común o no concuerda con lo demás. Elija otra cosa.',
    },
  },
  signIn: {
    title: 'Entrar en su página',
    about: 'Para mujeres que figuran en un directorio de mediadoras.',
    others:
      'Las coordinadoras, las organizaciones y la administración entran con su propio programa en {address}.',
    byLink: 'Con un enlace',
    byLinkAbout:
      'Enviamos un enlace a su correo electrónico. Sirve una sola vez y por poco tiempo.',
    email: 'Correo electrónico',
    askLink: 'Enviarme un enlace',
    byPassword: 'Con una contraseña',
    password: 'Contraseña',
    codeTitle: 'Un paso más',
    code: 'Código de su segundo factor',
    codeHint: 'De su autenticador, o uno de sus códigos de recuperación.',
    button: 'Entrar',
    wrong: 'No es correcto. Revise lo que ha escrito.',
    sentTitle: 'Mire su correo',
    sent: 'Si esta dirección pertenece a la cuenta de una mediadora, el enlace va en camino. Puede tardar unos minutos. Mire también en el correo no deseado.',
    forgotten: '¿Ha olvidado su contraseña?',
    forgottenAbout:
      'Quien tiene una cuenta puede poner una nueva: enviamos un enlace a su correo electrónico. Sirve una sola vez y por poco tiempo.',
    askReset: 'Enviarme un enlace para una contraseña nueva',
    resetSent:
      'Si existe una cuenta con esta dirección, el enlace va en camino. Puede tardar unos minutos. Mire también en el correo no deseado.',
    already: '¿Ya ha entrado?',
    open: 'Abrir su página',
    outTitle: 'Ha salido',
    out: 'Este navegador no guarda nada de usted salvo el idioma. La lista de páginas que recuerda puede borrarla en sus ajustes.',
    toSignIn: 'Entrar',
  },
  link: {
    once: 'El enlace sirve una sola vez. No ocurre nada antes de que pulse el botón.',
    goneTitle: 'Este enlace ya no sirve',
    gone: 'Ya se ha usado, es demasiado antiguo o no está completo.',
    another: {
      invitation: 'Pida a quien la invitó que la invite de nuevo.',
      'verify-email': 'Regístrese otra vez para recibir otro enlace.',
      'password-reset': 'Pida otro enlace donde pidió este.',
      'sign-in': 'Pida otro enlace en la página de entrada.',
      'confirm-profile': 'Entre para confirmar su perfil.',
    },
    takenTitle: 'Esto no se puede hacer ahora',
    taken:
      'Quizá ya haya una cuenta con esta dirección. Si es suya, entre con ella y abra el enlace otra vez. Si no, pregunte a quien la invitó.',
    password: 'Elija una contraseña',
    passwordHint:
      'Al menos 12 caracteres. Lo mejor son unas palabras que solo usted juntaría. Si ya tiene una cuenta, queda como está.',
    invitation: {
      title: 'Su invitación',
      roles: {
        mediator: 'Se la invita a decidir usted misma sobre su perfil en el directorio.',
        coordinator: 'Se le invita a coordinar una red.',
        organizer: 'Se le invita como organizadora de procesos de mediación.',
        'focal-point': 'Se le invita como punto focal.',
        administrator: 'Se le invita como administradora.',
      },
      network: 'Red: {name}',
      agreeTitle: 'Lo que acepta',
      agree: {
        kept: 'Su nombre y su correo electrónico se guardan cifrados para que pueda entrar.',
        recorded:
          'Lo que haga con los datos de otras personas queda registrado, y ellas pueden verlo.',
        secret: 'Su contraseña la guarda solo para usted.',
        consent:
          'La invitación no es un consentimiento: una mediadora decide por separado sobre cada uso de su perfil.',
      },
      agreed: 'Acepto',
      name: 'Su nombre',
      button: 'Aceptar la invitación',
    },
    'verify-email': {
      title: 'Confirme su correo electrónico',
      about: 'Confirma que esta dirección es suya y elige una contraseña para su cuenta.',
      button: 'Confirmar la dirección',
    },
    'password-reset': {
      title: 'Elija una contraseña nueva',
      about:
        'Se cierran todas sus sesiones, en todos los dispositivos. Después entre con la contraseña nueva.',
      button: 'Establecer la contraseña',
    },
    'sign-in': {
      title: 'Entrar en su página',
      about: 'Con el botón entra en este dispositivo.',
      button: 'Entrar',
    },
    'confirm-profile': {
      title: '¿Su perfil sigue siendo correcto?',
      about: 'Con el botón dice que sí. Para verlo o cambiarlo, entre en su página.',
      button: 'Mi perfil sigue siendo correcto',
    },
    after: {
      'signed-in': { title: 'Ha entrado', next: 'Continúe en su programa en {address}.' },
      mediator: {
        title: 'Su cuenta está lista',
        next: 'Entre con su dirección y su contraseña, o con un enlace, para ver su página.',
      },
      coordinator: {
        title: 'Su cuenta está lista',
        next: 'Entre con su programa en {address}. Primero le pedirá configurar un segundo factor.',
      },
      administrator: {
        title: 'Su cuenta está lista',
        next: 'Entre con su programa en {address}. Primero le pedirá configurar un segundo factor.',
      },
      organizer: { title: 'Su cuenta está lista', next: 'Entre con su programa en {address}.' },
      'focal-point': { title: 'Su cuenta está lista', next: 'Entre con su programa en {address}.' },
      'verify-email': {
        title: 'Su dirección está confirmada',
        next: 'Ahora la administración comprueba su organización y recibirá un correo. Puede entrar con su programa en {address}.',
      },
      'password-reset': {
        title: 'Su contraseña nueva está establecida',
        next: 'Las mediadoras entran aquí. Las demás personas entran con su programa en {address}.',
      },
      'confirm-profile': {
        title: 'Su perfil está confirmado',
        next: 'Gracias. No hay nada más que hacer.',
      },
    },
  },
  me: {
    title: 'Su página',
    signedIn: 'Solo usted ve esta página.',
    signOut: 'Salir',
    state: 'Su perfil',
    states: {
      draft: 'Un borrador. Solo lo ven usted y sus redes.',
      submitted: 'Pendiente de comprobación. Solo lo ven usted y sus redes.',
      verified: 'Comprobado, pero no publicado.',
      published: 'Publicado en el directorio.',
      stale:
        'Publicado, pero sin confirmar desde hace mucho. No se tiene en cuenta cuando se buscan mediadoras.',
      suspended: 'Una red lo ha retirado del directorio.',
      withdrawn: 'Retirado del directorio.',
    },
    unlisted:
      'No ha consentido en figurar en el directorio, así que nadie la encuentra en él, diga lo que diga lo demás.',
    confirmTitle: '¿Sigue siendo todo correcto?',
    confirmedOn: 'Confirmado por última vez el {date}.',
    neverConfirmed: 'Nunca confirmado hasta ahora.',
    confirm: 'Mi perfil sigue siendo correcto',
    export: 'Llevarse sus datos',
    exportAbout: 'Todo lo que se guarda sobre usted, en un archivo.',
    exportWarning: 'Contiene también sus datos de contacto: guárdelo donde nadie más lo encuentre.',
    json: 'Archivo para programas (JSON)',
    pdf: 'Archivo para leer (PDF)',
  },
  data: {
    title: 'Todo lo que se guarda sobre usted',
    about:
      'Esto es todo lo que se guarda sobre usted. Lo que no tiene nombre en su idioma lo tiene en inglés.',
  },
  you: 'Usted misma',
  fields: {
    name: 'Nombre en el directorio',
    networks: 'Redes',
    languages: 'Idiomas',
    territories: 'Territorios que conoce',
    expertise: 'Especialidades',
    tracks: 'Vías',
    roles: 'Funciones',
    supports: 'Tipos de apoyo',
    yearsBand: 'Años de experiencia, aproximados',
    biography: 'Sobre usted',
    availabilityBand: 'Disponibilidad',
    noticeDays: 'Días de aviso que necesita',
    workingMode: 'Presencial o a distancia',
    confirmedOn: 'Última confirmación',
    fullName: 'Nombre completo',
    nameVariants: 'Otras grafías de su nombre',
    nationalities: 'Nacionalidad',
    residence: 'País donde vive',
    ageBand: 'Grupo de edad',
    years: 'Años de experiencia',
    available: 'Días en que está disponible',
    experience: 'Procesos',
    education: 'Estudios',
    publications: 'Publicaciones',
    training: 'Formación',
    ruledOut: 'Territorios excluidos',
  },
  workingModes: { 'in-person': 'Presencial', remote: 'A distancia', both: 'Ambos' },
  availability: {
    title: 'Disponibilidad',
    about: 'Quien busca mediadoras ve esto, y la búsqueda lo respeta.',
    now: '¿Qué disponibilidad tiene?',
    periods: '¿Cuándo está disponible?',
    periodsHint: 'Deje vacío un extremo si queda abierto, y todos si es en todo momento.',
    from: 'Desde',
    to: 'Hasta',
    notice: '¿Cuántos días de aviso necesita antes de salir?',
    noticeHint: 'Un número, o nada si depende.',
    mode: '¿Cómo trabaja?',
    noMode: 'No indicado',
  },
  safety: {
    title: 'Seguridad',
    codeTitle: 'Nombre en clave',
    codeAbout:
      'Con un nombre en clave, fuera de sus redes no se ve ni su nombre ni nada que muestre quién es, y en lugar de países aparecen regiones.',
    pseudonymous: 'Mostrarme solo con un nombre en clave',
    codeName: 'Nombre en clave',
    codeHint: 'Una palabra que no diga nada de usted.',
    ruledOutTitle: 'Territorios excluidos',
    ruledOutAbout:
      'Sus redes lo saben, para no proponerla nunca para trabajar allí. A nadie fuera de ellas se le muestra cuáles son.',
    rankingsTitle: 'En las clasificaciones de los organizadores verificados',
    rankingsAbout:
      'Los organizadores preguntan al directorio quién conviene a un proceso. Usted decide si lo que ha excluido cuenta en ello.',
    toNetwork:
      'Entre mi red y yo: las clasificaciones de los organizadores no saben nada de ello, y mi red lo comprueba cuando se pide una presentación',
    leaveOut: 'Dejarme fuera de las clasificaciones de los organizadores verificados allí',
    leaveOutMeans: 'Al elegir que la dejen fuera, acepta este texto:',
    keep: 'Excluidos',
    add: 'Excluir otro país o territorio',
    addHint: 'Su nombre en su idioma. Si son varios, uno en cada línea.',
    byNetwork:
      'Lo que una de sus redes ha fijado aquí por su seguridad sigue hasta que ella lo retire. Hable con ella si debe terminar.',
    shownTitle: 'Lo que ven los demás con un nombre en clave',
    shownAbout:
      'Con un nombre en clave, usted muestra solo lo que al menos cinco mujeres con nombre en clave tienen en común. Cuando una de ellas cambia algo, puede que usted muestre menos. Quien anotó lo que mostraba antes puede seguir sabiéndolo.',
    shownNow: 'Esto es lo que los demás ven de usted ahora.',
    shownThen: 'Esto es lo que los demás verían de usted desde que tome un nombre en clave.',
    shownNothing:
      'Solo su nombre en clave: todavía no hay cinco mujeres con las que tenga algo en común.',
    toEveryone: 'Lo que ve todo el mundo',
    toVetted: 'Las organizaciones verificadas ven además',
    cost: 'De {needs} necesidades públicas abiertas, usted estaría entre las 20 primeras en {named} con su nombre, y en {coded} con un nombre en clave.',
    ask: 'Mostrar más de mí donde haya mujeres suficientes',
    askAbout:
      'Más o menos una vez al mes, los valores comunes se calculan de nuevo para quienes lo piden. Quien compare los antiguos con los nuevos puede averiguar algo de usted.',
    asked:
      'Usted ha pedido mostrar más. Ocurrirá cuando los valores comunes se calculen de nuevo, donde haya mujeres suficientes.',
  },
  consents: {
    title: 'Consentimientos',
    about:
      'Cada uso de su perfil necesita su consentimiento. Puede retirar cada uno en cualquier momento, y vale de inmediato.',
    canBeTold:
      'Esto pueden deducir otras personas de sus respuestas: quien la encuentra en el directorio y en ninguna clasificación sabe que consintió lo primero y no lo segundo. Sus demás respuestas solo las ven usted y sus redes. Las estadísticas cuentan cinco mujeres o más; las de trimestres pasados quedan como están.',
    purposes: {
      LISTED: 'Figurar en el directorio',
      MATCHED: 'Ser propuesta cuando se buscan mediadoras',
      CONTACTED: 'Que la contacten a través de su red',
      PUBLISHED_ABROAD: 'Que se publique en otros lugares',
      STATISTICS: 'Contar en estadísticas',
    },
    given: 'Ha consentido el {date}.',
    notGiven: 'No ha consentido.',
    give: 'Consiento',
    withdraw: 'Retirar mi consentimiento',
    history: 'Consentimientos anteriores',
    wasWithdrawn: 'Dado el {date}, retirado el {until}.',
  },
  audiences: {
    title: 'Quién ve qué',
    about:
      'Elija para cada parte de su perfil quién puede verla. Puede reducir el grupo en cualquier momento.',
    who: {
      PUBLIC: 'Todo el mundo',
      VETTED: 'Organizaciones verificadas y coordinadoras',
      CURATOR: 'Solo sus propias redes',
    },
    usual: 'habitual',
    widerTitle: 'Si lo han de ver más personas de lo habitual',
    wider: 'Lo he leído y lo quiero',
    widerNeeded:
      'Para más personas de lo habitual, acepte el texto. Algunas partes nunca se muestran a más.',
  },
  contact: {
    title: 'Datos de contacto',
    about:
      'Se guardan cifrados. Solo las coordinadoras de sus redes pueden abrir lo que su red ha anotado, cada vez con un motivo, y aquí ve quién lo hizo.',
    yours: 'Lo que dice usted misma',
    by: 'Lo que ha anotado la red {network}',
    fields: {
      email: 'Correo electrónico',
      telephone: 'Teléfono',
      postalAddress: 'Dirección postal',
      emergencyContact: 'A quién llamar en una emergencia',
      securityNotes: 'Qué tener en cuenta por su seguridad',
      dateOfBirth: 'Fecha de nacimiento',
    },
    accesses: 'Quién los ha mirado',
    accessesNone: 'Nadie los ha mirado.',
    access: 'una coordinadora de la red {network}',
    purposes: {
      CONTACT_FOR_REQUEST: 'Para contactarla por una solicitud',
      VERIFY_IDENTITY: 'Para comprobar quién es',
      SECURITY: 'Por su seguridad',
      CORRECTION: 'Para corregir algo',
    },
  },
  corrections: {
    title: 'Correcciones',
    about:
      '¿Hay algo incorrecto que no puede cambiar aquí? Las coordinadoras de sus redes ven lo que escribe y responden.',
    field: '¿De qué se trata?',
    whole: 'Otra cosa',
    text: '¿Qué está mal y qué es lo correcto?',
    asked: 'Lo que ha pedido',
    none: 'Nada hasta ahora.',
    states: { open: 'todavía sin tratar', done: 'corregido', declined: 'no corregido' },
    answer: 'Respuesta',
  },
  sessions: {
    title: 'Sesiones',
    about:
      'Dónde ha entrado. Cierre lo que no conozca, o todo si un dispositivo puede estar en otras manos.',
    current: 'aquí',
    since: 'Desde {date}, usada por última vez {used}.',
    end: 'Cerrar esta sesión',
    endOthers: 'Cerrar todas las demás',
    endAll: 'Salir en todas partes, también aquí',
  },
  erase: {
    title: 'Borrarlo todo',
    about:
      'Todo lo que se guarda sobre usted se borra de inmediato y en todas partes: perfil, datos de contacto, consentimientos, cuenta. No se puede deshacer.',
    kept: 'Queda solo una constancia, sin su nombre ni sus datos, de que se borró a alguien.',
    first: 'Llévese antes sus datos, si quiere conservarlos.',
    type: 'Para estar seguras: escriba su nombre como aparece en el directorio',
    mismatch: 'Ese no es el nombre del directorio.',
    button: 'Borrar todo sobre mí',
    doneTitle: 'Todo está borrado',
    done: 'Aquí ya no se guarda nada sobre usted. Borre también los correos de Baraza, si otra persona pudiera leerlos.',
  },
};
