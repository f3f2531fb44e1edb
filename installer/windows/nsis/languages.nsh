# Both languages are always in; Windows' own language decides, or /LANG=. English comes first: it is taken where Windows
# speaks neither.
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE SimpChinese

!macro Say NAME SENTENCE_EN SENTENCE_ZH
  LangString ${NAME} ${ENGLISH} "${SENTENCE_EN}"
  LangString ${NAME} ${CHINESE} "${SENTENCE_ZH}"
!macroend
!define Say "!insertmacro Say"

${Say} CloseBidSeal \
  "BidSeal is running.$\n$\nOK asks it to close. If something is not finished there, BidSeal asks you about it first." \
  "BidSeal 正在运行。$\n$\n点击“确定”将请求关闭 BidSeal；如有未完成的操作，BidSeal 会先询问您。"
