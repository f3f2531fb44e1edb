# Both languages are always in; Windows' own language decides, or /LANG=. English comes first: it is taken where Windows
# speaks neither.
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE SimpChinese

!macro Say NAME SENTENCE_EN SENTENCE_ZH
  LangString ${NAME} ${ENGLISH} "${SENTENCE_EN}"
  LangString ${NAME} ${CHINESE} "${SENTENCE_ZH}"
!macroend
!define Say "!insertmacro Say"

${Say} WrongOption "This option is not known or has no usable value: $wrongArgument" "无法识别此参数，或参数值无效：$wrongArgument"
${Say} NotAdministrator \
  "Installing or removing BidSeal for everyone on this computer needs administrator rights." \
  "为本机所有用户安装或卸载 BidSeal 需要管理员权限。"
${Say} BidSealRuns \
  "BidSeal is running. Close it, then start this again." \
  "BidSeal 正在运行。请先关闭 BidSeal，然后重新运行本程序。"
${Say} CloseBidSeal \
  "BidSeal is running.$\n$\nOK asks it to close. If something is not finished there, BidSeal asks you about it first." \
  "BidSeal 正在运行。$\n$\n点击“确定”将请求关闭 BidSeal；如有未完成的操作，BidSeal 会先询问您。"
