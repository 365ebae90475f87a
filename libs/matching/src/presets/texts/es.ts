import type { PresetTexts } from '../preset-text.js';

export const es: PresetTexts = {
  'ceasefire-talks': {
    title: 'Conversaciones de alto el fuego',
    reason:
      'Los términos de un alto el fuego son técnicos y las conversaciones breves: la pericia en ceses del fuego y haber estado en tales conversaciones cuentan más que en otros casos, y debe estar libre a tiempo.',
  },
  'community-mediation': {
    title: 'Mediación comunitaria',
    reason:
      'La confianza es local: el idioma y el lugar cuentan más, después el trabajo en el nivel comunitario; los años en mesas altas dicen poco aquí.',
  },
  'constitution-process': {
    title: 'Proceso constituyente',
    reason:
      'Decide el fondo: la pericia en constituciones e inclusión cuenta más, y sirve la experiencia de otros países, por lo que el lugar cuenta menos.',
  },
  'crsv-accountability': {
    title: 'Rendición de cuentas por la violencia sexual relacionada con los conflictos',
    reason:
      'No se debe volver a dañar a las supervivientes: la profundidad de la pericia y los años cuentan más, y el idioma, porque se escuchan testimonios; los métodos viajan, por lo que el lugar cuenta menos.',
  },
  'election-dialogue': {
    title: 'Diálogo en torno a elecciones',
    reason:
      'La ley fija el calendario: la disponibilidad cuenta mucho, con el conocimiento del país y de las disputas electorales.',
  },
  'humanitarian-access': {
    title: 'Acceso humanitario',
    reason:
      'Se habla con quienes dominan el terreno, y de inmediato: el idioma, el lugar y la disponibilidad cuentan más, y un perfil al día.',
  },
  'implementation-monitoring': {
    title: 'Seguimiento de la aplicación',
    reason:
      'El seguimiento dura y ocurre sobre el terreno: la experiencia en la aplicación de acuerdos, el lugar y la disponibilidad durante todo el período cuentan más que en otros casos.',
  },
  'wps-action-plan': {
    title: 'Asesoramiento para un plan de acción sobre mujeres, paz y seguridad',
    reason:
      'El trabajo es sobre políticas y no en una mesa entre partes: la pericia en planes de acción cuenta más, y la experiencia en procesos de paz no cuenta.',
  },
};
