import type { Wording } from './template.js';

export const es: Wording = {
  footer: 'Este mensaje se ha enviado automáticamente. Las respuestas no se leen.',
  mails: {
    invitation: {
      subject: 'Su invitación a Baraza',
      text: [
        'Ha recibido una invitación para abrir una cuenta en Baraza, el directorio de las redes de mujeres mediadoras. Para aceptarla, abra este enlace:',
        '{link}',
        'El enlace funciona una sola vez, hasta el {until}. Si no esperaba ninguna invitación, puede ignorar este mensaje.',
      ],
    },
    'verify-email': {
      subject: 'Confirme su dirección de correo',
      text: [
        'Alguien indicó esta dirección de correo al registrarse en Baraza. Si fue usted, confírmela aquí:',
        '{link}',
        'El enlace funciona una sola vez, hasta el {until}. Si no fue usted, puede ignorar este mensaje: sin el enlace no ocurre nada.',
      ],
    },
    'already-registered': {
      subject: 'Ya tiene una cuenta',
      text: [
        'Alguien indicó esta dirección de correo al registrarse en Baraza, pero ya existe una cuenta con ella. Si fue usted, inicie sesión aquí o solicite allí una nueva contraseña:',
        '{link}',
        'Si no fue usted, puede ignorar este mensaje: nada ha cambiado.',
      ],
    },
    'password-reset': {
      subject: 'Elija una nueva contraseña',
      text: [
        'Alguien solicitó una nueva contraseña para su cuenta de Baraza. Si fue usted, elíjala aquí:',
        '{link}',
        'El enlace funciona una sola vez, hasta el {until}. Si no fue usted, puede ignorar este mensaje: su contraseña no cambia.',
      ],
    },
    'sign-in-link': {
      subject: 'Su enlace de acceso',
      text: [
        'Con este enlace inicia sesión en Baraza:',
        '{link}',
        'El enlace funciona una sola vez, hasta el {until}. No se lo dé a nadie. Si no lo ha pedido, puede ignorar este mensaje.',
      ],
    },
    'password-changed': {
      subject: 'Su contraseña ha cambiado',
      text: [
        'La contraseña de su cuenta de Baraza se cambió el {at}. Si fue usted, no tiene que hacer nada más.',
        'Si no fue usted, elija de inmediato una nueva contraseña y cierre todas las sesiones:',
        '{link}',
      ],
    },
    'second-factor-removed': {
      subject: 'Se ha retirado su segundo factor',
      text: [
        'El {at} la administración retiró el autenticador y los códigos de recuperación de su cuenta de Baraza y cerró sus sesiones. Si usted lo pidió, inicie sesión y configure otro:',
        '{link}',
        'Si no lo pidió, elija de inmediato una nueva contraseña y escriba a quien lleva este directorio.',
      ],
    },
    'new-sign-in': {
      subject: 'Nuevo inicio de sesión en su cuenta',
      text: [
        'Alguien inició sesión en su cuenta de Baraza el {at}. Si fue usted, no tiene que hacer nada más.',
        'Si no fue usted, elija de inmediato una nueva contraseña y cierre todas las sesiones:',
        '{link}',
      ],
    },
    'profile-confirm': {
      subject: '¿Siguen siendo correctos sus datos?',
      text: [
        'Ha pasado algún tiempo desde que confirmó por última vez su perfil en Baraza. Si sigue siendo correcto, confírmelo con este enlace:',
        '{link}',
        'El enlace funciona una sola vez, hasta el {until}. Si algo ha cambiado, inicie sesión y corríjalo. Un perfil sin confirmar deja de proponerse a los organizadores.',
      ],
    },
    'profile-stale': {
      subject: 'Sus datos esperan su confirmación',
      text: [
        'Su perfil en Baraza lleva mucho tiempo sin confirmarse, por lo que ya no se propone a los organizadores.',
        'Para revisarlo y confirmarlo, inicie sesión aquí:',
        '{link}',
      ],
    },
    'correction-handled': {
      subject: 'Su solicitud ha sido respondida',
      text: [
        'La corrección que solicitó en Baraza ya se ha tramitado. Para ver el resultado, inicie sesión aquí:',
        '{link}',
        'Si no está de acuerdo, puede solicitarla de nuevo allí mismo.',
      ],
    },
    'organization-verified': {
      subject: 'Su organización ha sido verificada',
      text: [
        'Su organización ya está verificada en Baraza. Cuando vuelva a iniciar sesión, verá lo que está abierto a las organizaciones verificadas:',
        '{link}',
      ],
    },
    'consent-withdrawn-notice': {
      subject: 'Se ha retirado un consentimiento',
      text: [
        'Una persona que figura en Baraza a través de su red ha retirado un consentimiento. La retirada ya está en vigor.',
        'Referencia: {reference}',
        'Elimine también lo que conserve fuera de Baraza, como listas o páginas impresas. Para ver de qué consentimiento se trata, inicie sesión aquí:',
        '{link}',
      ],
    },
    'session-ended': {
      subject: 'Su sesión se ha cerrado',
      text: [
        'El {at} se usó por segunda vez la clave de una de sus sesiones de Baraza. Es posible que alguien la haya copiado, por lo que se cerró esa sesión.',
        'Inicie sesión de nuevo. Si observa algo que usted no haya hecho, elija una nueva contraseña y cierre todas las sesiones:',
        '{link}',
      ],
    },
  },
};
