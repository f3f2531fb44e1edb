Target amd64-unicode
# The installer. ../build-installer calls makensis with:
#
#   VERSION, VERSION_NUMBERS  0.1.0, 0.1.0.0
#   STAGE                     the folder that is installed as it is, complete, with its signed list and uninstaller
#   SIZE_KB                   how large that is
#   PUBLISHER, ICON, OUTPUT
!define ROLE installer
!define UN ""
!include general.nsh
!include running.nsh
!include files.nsh
!include withdrawal.nsh
!include registration.nsh
!include presets.nsh
!include shortcut.nsh

OutFile "${OUTPUT}"
AllowSkipFiles off
AllowRootDirInstall false

Var chosenScope # by /ALLUSERS or /CURRENTUSER, or ""
Var installedVersion # what is there already for these users, or ""
Var installedFolder
Var downgrade
Var withDesktop # 1: a shortcut there
Var withPdf # 1: offered for PDFs
Var asked # 1: somebody has answered the first pages already, before the administrator was asked
Var welcomeText

# --- What is asked -------------------------------------------------------------------------------------------------

Var optionsForMe
Var optionsForAll
Var optionsDesktop
Var optionsPdf
Var optionsBeside

!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "BidSeal ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "$welcomeText"
!define MUI_PAGE_CUSTOMFUNCTION_PRE PrepareWelcome
!insertmacro MUI_PAGE_WELCOME
Page custom ShowOptions TakeOptions
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipFolderWhereKnown
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FolderText)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(StartBidSeal)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartBidSeal
!insertmacro MUI_PAGE_FINISH

!include languages.nsh
!insertmacro VersionKeys "BidSeal Setup"

${Say} WelcomeFresh \
  "BidSeal puts seals on bid documents and signs them with a UKey, a key file or a phone.$\n$\nThis installs it on your computer." \
  "BidSeal 为投标文件加盖电子印章，并使用 UKey、证书文件或手机证书签名。$\n$\n本程序将在您的计算机上安装 BidSeal。"
${Say} WelcomeUpgrade \
  "BidSeal $installedVersion is installed here. This replaces it by ${VERSION}.$\n$\nYour settings, seals, plans and the signing journal stay as they are." \
  "本机已安装 BidSeal $installedVersion，将升级为 ${VERSION}。$\n$\n您的设置、印章、签章方案和签章日志均予保留。"
${Say} WelcomeRepair \
  "BidSeal ${VERSION} is installed here already. This restores files of the program that are missing or were changed.$\n$\nYour settings, seals, plans and the signing journal stay as they are." \
  "本机已安装 BidSeal ${VERSION}，将修复缺失或被改动的程序文件。$\n$\n您的设置、印章、签章方案和签章日志均予保留。"
${Say} OptionsTitle "For whom, and how" "安装选项"
${Say} OptionsSubtitle "Who uses BidSeal on this computer, and where it is offered." "选择使用者以及 BidSeal 的启动入口。"
${Say} ForMe "For &me only (needs no administrator)" "仅为我安装，无需管理员权限(&M)"
${Say} ForAll "For &everyone on this computer (Windows asks for an administrator)" "为本机所有用户安装，Windows 将请求管理员权限(&E)"
${Say} DesktopOption "A &shortcut on the desktop" "创建桌面快捷方式(&S)"
${Say} PdfOption "Offer BidSeal in the &menu of PDF files (your PDF reader stays the default)" "在 PDF 文件右键菜单中提供“签章”，不改变默认阅读器(&P)"
${Say} BesideOption "Use the &platform operator's settings that came with this installer" "使用随安装程序提供的平台设置（策略和中继地址）(&O)"
${Say} FolderText "BidSeal is installed into this folder." "BidSeal 将安装到以下文件夹。"
${Say} FinishTitle "BidSeal ${VERSION} is installed" "BidSeal ${VERSION} 安装完成"
${Say} FinishText \
  "Licences and where to get the sources of Qt and PoDoFo are in the folder “licences” of the program." \
  "各组件的许可证以及 Qt、PoDoFo 源代码的获取方式见程序目录下的 licences 文件夹。"
${Say} StartBidSeal "&Start BidSeal" "启动 BidSeal(&S)"
${Say} DocumentType "PDF document" "PDF 文档"
${Say} SignVerb "Sign with BidSeal" "签章（BidSeal）"

# --- Before anything is shown --------------------------------------------------------------------------------------

Function .onInit
  StrCpy $downgrade 0
  StrCpy $relayCount 0
  StrCpy $usesBeside 1
  StrCpy $asked 0
  StrCpy $withDesktop ""
  StrCpy $withPdf ""
  Call ReadOptions
  Call RefuseUnsupported
  Call CompletePresets
  Call ChooseScope
FunctionEnd

Function TakeOption
  Push $0
  Push $1
  StrCpy $0 $argument 8
  StrCpy $1 $argument 7
  ${If} $argument == "/ALLUSERS"
    StrCpy $chosenScope machine
    StrCpy $argument ""
  ${ElseIf} $argument == "/CURRENTUSER"
    StrCpy $chosenScope user
    StrCpy $argument ""
  ${ElseIf} $argument == "/DOWNGRADE"
    StrCpy $downgrade 1
    StrCpy $argument ""
  ${ElseIf} $argument == "/DESKTOP=0"
  ${OrIf} $argument == "/DESKTOP=1"
    StrCpy $withDesktop $argument 1 -1
    StrCpy $argument ""
  ${ElseIf} $argument == "/PDF=0"
  ${OrIf} $argument == "/PDF=1"
    StrCpy $withPdf $argument 1 -1
    StrCpy $argument ""
  ${ElseIf} $argument == "/BESIDE=0"
  ${OrIf} $argument == "/BESIDE=1"
    StrCpy $usesBeside $argument 1 -1
    StrCpy $argument ""
  ${ElseIf} $argument == "/ASKED" # RequireAdministrator's own
    StrCpy $asked 1
    StrCpy $argument ""
  ${ElseIf} $0 == "/POLICY="
    Call TakePolicy
  ${ElseIf} $1 == "/RELAY="
    Call TakeRelay
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd

Function RefuseUnsupported
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    ${Refuse} ${UNSUPPORTED} TooOld
  ${EndIf}
  ${IfNot} ${IsNativeAMD64}
    ${Refuse} ${UNSUPPORTED} NotX64
  ${EndIf}
FunctionEnd

# Without a word about it: as it is installed now, otherwise for this user.
Function ChooseScope
  Push $0
  ${If} $chosenScope != ""
    StrCpy $0 $chosenScope
  ${Else}
    StrCpy $0 user
    ReadRegStr $installedVersion HKCU "${UNINSTALL_KEY}" DisplayVersion
    ${If} $installedVersion == ""
      ReadRegStr $installedVersion HKLM "${UNINSTALL_KEY}" DisplayVersion
      ${If} $installedVersion != ""
        StrCpy $0 machine
      ${EndIf}
    ${EndIf}
  ${EndIf}
  Push $0
  Call SetScope
  Call RefuseOlder
  ${If} $scope == machine
    Call RequireAdministrator
  ${EndIf}
  Pop $0
FunctionEnd

# scope → : and what is installed there
Function SetScope
  Pop $scope
  ${If} $scope == machine
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
  ReadRegStr $installedVersion SHCTX "${UNINSTALL_KEY}" DisplayVersion
  ReadRegStr $installedFolder SHCTX "${UNINSTALL_KEY}" InstallLocation
  ${If} $INSTDIR == "" # no /D=
    StrCpy $INSTDIR $installedFolder
  ${EndIf}
  ${If} $INSTDIR == ""
    Call UsualFolder
  ${EndIf}
  Call ChooseEntries
FunctionEnd

Function UsualFolder
  ${If} $scope == machine
    StrCpy $INSTDIR "$PROGRAMFILES64\BidSeal"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\BidSeal"
  ${EndIf}
FunctionEnd

# Shortcut and menu: as the command line says, otherwise as they are, otherwise both.
Function ChooseEntries
  Push $0
  ${If} $withDesktop == ""
    StrCpy $withDesktop 1
    ${If} $installedVersion != ""
    ${AndIfNot} ${FileExists} "$DESKTOP\BidSeal.lnk"
      StrCpy $withDesktop 0
    ${EndIf}
  ${EndIf}
  ${If} $withPdf == ""
    StrCpy $withPdf 1
    ReadRegStr $0 SHCTX "${CLASSES}\BidSeal.Document" ""
    ${If} $installedVersion != ""
    ${AndIf} $0 == ""
      StrCpy $withPdf 0
    ${EndIf}
  ${EndIf}
  Pop $0
FunctionEnd

Function RefuseOlder
  Push $0
  ${If} $installedVersion != ""
  ${AndIf} $downgrade = 0
    ${VersionCompare} $installedVersion ${VERSION} $0
    ${If} $0 = 1
      ${Refuse} ${NEWER} NewerInstalled
    ${EndIf}
  ${EndIf}
  Pop $0
FunctionEnd

# Silently nobody can be asked; otherwise Windows asks.
Function RequireAdministrator
  Push $0
  Push $1
  Call IsAdministrator
  Pop $0
  ${If} $0 != yes
    ${If} ${Silent}
      ${Refuse} ${NOT_ADMINISTRATOR} NotAdministrator
    ${EndIf}
    ${GetParameters} $1
    Push $EXEPATH
    ${If} $asked = 1
      StrCpy $1 "$1 /ASKED"
    ${EndIf}
    Push '$1 /LANG=$LANGUAGE /ALLUSERS /DESKTOP=$withDesktop /PDF=$withPdf /BESIDE=$usesBeside "/LOG=$logFile" /D=$INSTDIR'
    Call RunElevated
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd

# --- Pages ---------------------------------------------------------------------------------------------------------

Function PrepareWelcome
  ${If} $asked = 1
    Abort # shown before
  ${EndIf}
  Call DescribeTask
FunctionEnd

Function DescribeTask
  Push $0
  ${VersionCompare} "$installedVersion" "${VERSION}" $0
  ${If} $installedVersion == ""
    StrCpy $welcomeText "$(WelcomeFresh)"
  ${ElseIf} $0 = 0
    StrCpy $welcomeText "$(WelcomeRepair)"
  ${Else}
    StrCpy $welcomeText "$(WelcomeUpgrade)"
  ${EndIf}
  Pop $0
FunctionEnd

Function ShowOptions
  ${If} $asked = 1
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(OptionsTitle)" "$(OptionsSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateFirstRadioButton} 0 0u 100% 12u "$(ForMe)"
  Pop $optionsForMe
  ${NSD_CreateAdditionalRadioButton} 0 16u 100% 12u "$(ForAll)"
  Pop $optionsForAll
  ${NSD_CreateCheckbox} 0 44u 100% 12u "$(DesktopOption)"
  Pop $optionsDesktop
  ${NSD_CreateCheckbox} 0 60u 100% 12u "$(PdfOption)"
  Pop $optionsPdf
  ${NSD_OnClick} $optionsForMe ShowShield
  ${NSD_OnClick} $optionsForAll ShowShield
  ${If} $scope == machine
    ${NSD_Check} $optionsForAll
  ${Else}
    ${NSD_Check} $optionsForMe
  ${EndIf}
  ${NSD_SetState} $optionsDesktop $withDesktop
  ${NSD_SetState} $optionsPdf $withPdf
  ${If} $policyFile == "${BESIDE_POLICY}"
  ${OrIf} $relayFile == "${BESIDE_RELAYS}"
    ${NSD_CreateCheckbox} 0 88u 100% 12u "$(BesideOption)"
    Pop $optionsBeside
    ${NSD_Check} $optionsBeside
  ${EndIf}
  Call ShowShield
  nsDialogs::Show
FunctionEnd

# Windows' shield on the button that leads to its question
Function ShowShield
  Pop $0 # the control that was clicked, where there is one
  ${NSD_GetState} $optionsForAll $1
  Call IsAdministrator
  Pop $2
  ${If} $2 == yes
    StrCpy $1 0
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 0x160C 0 $1 # BCM_SETSHIELD
FunctionEnd

Function TakeOptions
  ${NSD_GetState} $optionsDesktop $withDesktop
  ${NSD_GetState} $optionsPdf $withPdf
  ${If} $optionsBeside != ""
    ${NSD_GetState} $optionsBeside $usesBeside
    Call CompletePresets
  ${EndIf}
  StrCpy $0 user
  ${NSD_GetState} $optionsForAll $1
  ${If} $1 = ${BST_CHECKED}
    StrCpy $0 machine
  ${EndIf}
  ${If} $0 != $scope
    StrCpy $INSTDIR ""
    Push $0
    Call SetScope
    Call RefuseOlder
  ${EndIf}
  ${If} $scope == machine
    StrCpy $asked 1
    Call RequireAdministrator
  ${EndIf}
FunctionEnd

Function SkipFolderWhereKnown
  ${If} $installedFolder != ""
    Abort # an upgrade stays where it is
  ${EndIf}
FunctionEnd

# By Explorer, which is the user's own: an administrator's installer must not hand its rights on.
Function StartBidSeal
  Exec '"$WINDIR\explorer.exe" "${PROGRAM}"'
FunctionEnd

# --- What is done --------------------------------------------------------------------------------------------------

Section
  Call CheckFolder
  ${If} $installedFolder != ""
    Push $installedFolder
    Call CloseBidSeal
  ${EndIf}
  Push $INSTDIR
  Call CloseBidSeal
  ${Log} "installs ${VERSION} for $scope into $INSTDIR (there is: $installedVersion in $installedFolder)"
  Call KeepOldList
  SetOutPath $INSTDIR
  SetOverwrite on
  File /r "${STAGE}/*"
  Call RemoveWhatIsOld
  Call MakeShortcuts
  Call RegisterUninstaller
  Call RegisterScheme
  ${If} $withPdf = 1
    Call OfferForPdf
  ${Else}
    Call WithdrawFromPdf
  ${EndIf}
  Call InstallPresets
  Call TellExplorer
  SetOutPath $TEMP # nothing keeps the folder open
  ${Log} "installed"
SectionEnd

Function .onInstFailed
  ${Refuse} ${NOT_WRITTEN} FilesNotWritten
FunctionEnd

Function CheckFolder
  Push $0
  StrLen $0 $INSTDIR
  ClearErrors
  CreateDirectory $INSTDIR
  ${If} $0 <= 3 # a drive, which is nobody's own
  ${OrIf} ${Errors}
    ${Refuse} ${NOT_WRITTEN} FolderRefused
  ${EndIf}
  Pop $0
FunctionEnd

# What an earlier version consisted of, before its list is overwritten.
Function KeepOldList
  InitPluginsDir
  ${If} $installedFolder == ""
    StrCpy $installedFolder $INSTDIR # a folder that was unpacked there
  ${EndIf}
  ${If} ${FileExists} "$installedFolder\${MANIFEST}"
    CopyFiles /SILENT "$installedFolder\${MANIFEST}" "$PLUGINSDIR\old-list.txt"
  ${EndIf}
FunctionEnd

Function RemoveWhatIsOld
  ${IfNot} ${FileExists} "$PLUGINSDIR\old-list.txt"
    Return
  ${EndIf}
  Push "$PLUGINSDIR\old-list.txt"
  Push $installedFolder
  ${If} $installedFolder == $INSTDIR
    Push "$INSTDIR\${MANIFEST}"
    Call RemoveListedFiles
  ${Else} # it has moved
    Push ""
    Call RemoveListedFiles
    Delete "$installedFolder\${MANIFEST}"
    Delete "$installedFolder\bidseal-manifest.sig"
    RMDir $installedFolder
  ${EndIf}
FunctionEnd

Function MakeShortcuts
  CreateShortcut "$SMPROGRAMS\BidSeal.lnk" "${PROGRAM}"
  Push "$SMPROGRAMS\BidSeal.lnk"
  Call NameShortcut
  ${If} $withDesktop = 1
    CreateShortcut "$DESKTOP\BidSeal.lnk" "${PROGRAM}"
    Push "$DESKTOP\BidSeal.lnk"
    Call NameShortcut
  ${Else}
    Delete "$DESKTOP\BidSeal.lnk"
  ${EndIf}
FunctionEnd
