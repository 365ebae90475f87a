import type { FindingTexts } from '../finding-texts.js';

export const es: FindingTexts = {
  sentences: {
    NETWORKS_EXCLUDED:
      'Solo se aceptan miembros de {networks}, y todas están excluidas por conflicto de intereses: nadie puede ser elegible.',
    NOBODY_ELIGIBLE: 'Nadie es elegible, de {considered} perfiles considerados.',
    FEWER_THAN_WANTED: 'Hay menos mujeres elegibles ({eligible}) que las buscadas ({wanted}).',
    MOST_RESTRICTIVE:
      'De todos los requisitos por separado, renunciar a este deja entrar a más: {requirement}. Elegibles sin él: {count}.',
    UNKNOWN_NETWORK:
      'Ninguna mujer que se le pueda mostrar pertenece a una red llamada {network}: compruebe cómo se escribe.',
    PERIOD_PAST: 'El período terminó el {to}, que ya pasó.',
    PERIOD_BEFORE_DATE:
      'El período empieza el {from}, antes del {date}, día en el que se valora a las candidatas.',
    LANGUAGE_NOT_WANTED:
      'Se exige {language} y no figura entre los idiomas buscados: saberlo mejor no aporta nada.',
    LEVEL_ABOVE_WANTED:
      'Se exige {language} en el nivel {required}, por encima de {wanted}, que ya da el valor completo: su nivel no decide nada.',
    ROLE_NOT_WANTED:
      'Este papel se acepta y no figura entre los buscados, así que no aporta nada: {role}.',
    TRACK_NOT_WANTED:
      'Este nivel de diplomacia se acepta y no figura entre los buscados, así que no aporta nada: {track}.',
    YEARS_ABOVE_WANTED:
      'Se exigen al menos {minimum}, y {wanted} ya dan el valor completo: los años no deciden nada.',
    TERRITORIES_ASSUMED:
      'La necesidad no dice dónde está el proceso. Se supone que está donde se pide experiencia: {areas}. Indique una lista vacía de territorios si no es así.',
    INSIDERS_EXCLUDED:
      'Las nacionales y residentes de este territorio están excluidas por conflicto de intereses, mientras que se busca experiencia en él ({area}): quienes mejor lo conocen suelen estar entre ellas. Excluidas por conflicto de intereses: {count}.',
    NETWORK_EXCLUDED:
      'Las miembros de {network} se aceptan y se excluyen por conflicto de intereses a la vez: quedan excluidas.',
    PREFERRED_NETWORK_EXCLUDED:
      'Se prefiere {network}, y sus miembros están excluidas por conflicto de intereses.',
    WEIGHT_WITHOUT_CRITERION:
      'Este criterio tiene un peso y no se pide, así que el peso no tiene efecto: {criterion}.',
    CRITERION_WITHOUT_WEIGHT:
      'Este criterio se pide con peso 0, así que no aporta nada: {criterion}.',
    BRIEF_WITHOUT_MATCHES: 'Ningún perfil responde al texto libre: no decide nada.',
    SAME_VALUE:
      'Todas las elegibles ({count}) tienen el mismo valor, así que este criterio no decide nada entre ellas: {criterion}.',
  },
  requirements: {
    STATE: 'un perfil confirmado hace poco',
    LANGUAGE: 'los idiomas exigidos',
    CONFLICT_OF_INTEREST: 'la exclusión por conflicto de intereses',
    AVAILABILITY: 'la disponibilidad exigida',
    ROLE: 'los papeles aceptados',
    TRACK: 'los niveles de diplomacia aceptados',
    NETWORK: 'las redes aceptadas',
    YEARS: 'el mínimo de años de experiencia',
  },
};
