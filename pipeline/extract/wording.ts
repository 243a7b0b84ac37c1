/** What furniture says, in the languages that saved pages are most often in; one feature each. */
export const wordings = {
  rights:
    /©|copyright|all rights reserved|alle rechte|tous droits|derechos reservados|direitos reservados|diritti riservati|все права|الحقوق محفوظة|کلیه حقوق/iu,
  related:
    /\b(?:related|read (?:more|also|next|the full)|see also|recommended|more (?:from|stories|on|news|coverage)|you (?:may|might) (?:also )?(?:like|be interested)|also read|don't miss|trending|most (?:read|popular)|up next|previous (?:post|article)|next (?:post|article)|lesen sie|lies auch|mehr (?:zum|zu|aus|von)|auch interessant|à lire|lire aussi|voir aussi|le[ae] también|lee más|leia (?:também|mais)|leggi anche|zobacz|czytaj)|читайте|материалы по теме|اقرأ|إقرأ|مواضيع|ذات صلة|شاهد أيضا|بیشتر بخوانید|مطالب مرتبط/iu,
  newsletter:
    /newsletter|subscri|sign[ -]?up|\babonn|suscr|iscriv|inscrev|подпис|اشترك|inbox|donat|support (?:us|our)|become a member|download (?:our|the) app|خبرنامه/iu,
  share:
    /\b(?:share|tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram|reddit|teilen|partager|compart\w+|condividi|follow (?:us|me|him|her)|copy link|print|drucken|imprimer)\b|поделит|شارك|تابعنا|اشتراک‌گذاری/iu,
  credit:
    /\b(?:photo|image|getty|reuters|credit|foto|picture|bild|afp|shutterstock|istock|unsplash|courtesy|fotograf\w*|crédit)\b|\(ap\b|\bap photo|صورة|عکس/iu,
  comment:
    /\b(?:comments?|kommentar\w*|commentaires?|comentarios?|comentários|repl(?:y|ies)|antworten|log ?in|sign in|register|anmelden)\b|комментар|تعليق|نظرات/iu,
  notice:
    /\b(?:advertis\w*|anzeige|werbung|publicité|publicidad|publicidade|sponsored|affiliate|cookies?|privacy|consent|datenschutz|terms of)\b|реклама|إعلان|تبلیغ/iu,
  byline:
    /^(?:by|von|par|por|di|door|av|od)\s|\b(?:author|autor|written by|updated|published|posted|aktualisiert|veröffentlicht|publié|publicado|pubblicato|min(?:ute)?s? read|lesezeit|staff writer|contributor|correspondent)\b|^(?:كتب|بقلم|نشر|автор)/iu,
  correction:
    /^(?:correction|clarification|editor['’]s note|update|note|disclaimer|source|quelle|via)\b|^\s*[*†]/iu
} as const
