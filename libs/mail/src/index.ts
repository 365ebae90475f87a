export { MailModule } from './mail.module.js';
export { MailSend, type MailBacklog, type RecordDropped } from './mail-send.js';
export { mailsWaiting, mailTables } from './mails-waiting.js';
export { queueMail, type Mail } from './queue-mail.js';
export { mailSealedTables } from './sealed-tables.js';
export { TEMPLATES, type Template, type TemplateParameters } from './templates/template.js';
export { createMailTransport } from './transport/create-mail-transport.js';
export { MailNotSentError, MailRefusedError, MailTransport } from './transport/mail-transport.js';
