# Why something is refused. NSIS changes its own strings to another language only after .onInit, and most refusals come
# before: hence both languages by hand.
!macro Sentence NAME ENGLISH_TEXT CHINESE_TEXT
  !define IN_ENGLISH_${NAME} "${ENGLISH_TEXT}"
  !define IN_CHINESE_${NAME} "${CHINESE_TEXT}"
!macroend
!define Sentence "!insertmacro Sentence"

${Sentence} WrongOption "This option is not known or has no usable value: $wrongArgument" "无法识别此参数，或参数值无效：$wrongArgument"
${Sentence} NotAdministrator \
  "Installing or removing BidSeal for everyone on this computer needs administrator rights." \
  "为本机所有用户安装或卸载 BidSeal 需要管理员权限。"
${Sentence} BidSealRuns \
  "BidSeal is running. Close it, then start this again." \
  "BidSeal 正在运行。请先关闭 BidSeal，然后重新运行本程序。"
${Sentence} TooOld \
  "BidSeal needs Windows 10, version 1809, or a newer Windows." \
  "BidSeal 需要 Windows 10 1809 或更高版本的 Windows。"
${Sentence} NotX64 \
  "BidSeal needs a computer with a 64-bit Intel or AMD processor: the drivers of UKeys exist for no other." \
  "BidSeal 需要 64 位 Intel 或 AMD 处理器的计算机：UKey 驱动不支持其他处理器。"
${Sentence} NewerInstalled \
  "A newer BidSeal ($installedVersion) is installed here. This installer brings ${VERSION} and changes nothing. To go back to it all the same, start it with /DOWNGRADE." \
  "本机已安装更高版本的 BidSeal（$installedVersion），本安装程序的版本为 ${VERSION}，未作任何更改。如确需降级，请使用 /DOWNGRADE 参数运行。"
${Sentence} FolderRefused \
  "BidSeal cannot be installed into this folder: $INSTDIR" \
  "无法将 BidSeal 安装到此文件夹：$INSTDIR"
${Sentence} FilesNotWritten \
  "Files of BidSeal could not be written. Start this again; if it stays so, restart the computer first." \
  "无法写入 BidSeal 的程序文件。请重新运行本程序；如仍失败，请先重新启动计算机。"
${Sentence} PresetRefused \
  "The operator's settings cannot be stored in $presetsFolder: somebody else owns that folder, or it cannot be written. Ask an administrator to look at it." \
  "无法将平台设置保存到 $presetsFolder：该文件夹属于其他用户或无法写入。请联系管理员检查。"
