Target amd64-unicode
# Writes uninstall.exe. It becomes a file like the others, so that the list of the program's files names it and its
# signature is made once. ../build-installer calls makensis with VERSION, VERSION_NUMBERS, PUBLISHER and ICON as for
# bidseal.nsi, and with
#
#   LIST     the list of all other files, as make-manifest writes it
#   RESULT   where the uninstaller is to lie
#   OUTPUT   a program that is thrown away
!define ROLE uninstaller
!define UN un.
!include general.nsh
!include running.nsh
!include files.nsh
!include withdrawal.nsh

OutFile "${OUTPUT}"
!uninstfinalize 'cp "%1" "${RESULT}"' = 0

Var purge # 1: settings, seals, plans and the journal go as well
Var purgeBox

!define MUI_UNABORTWARNING
UninstPage custom un.ShowQuestion un.TakeAnswer
!insertmacro MUI_UNPAGE_INSTFILES

!include languages.nsh
!insertmacro VersionKeys "BidSeal Uninstaller"

${Say} QuestionTitle "Remove BidSeal" "卸载 BidSeal"
${Say} QuestionSubtitle "From $INSTDIR" "程序位置：$INSTDIR"
${Say} Question \
  "The program and its entries in Windows are removed.$\n$\nYour settings, seals, plans and the signing journal stay, so that they are there when BidSeal is installed again." \
  "将删除程序文件及其在 Windows 中的各项注册。$\n$\n您的设置、印章、签章方案和签章日志将予保留，重新安装 BidSeal 后可继续使用。"
${Say} PurgeOption "Delete them too. The &journal of what was signed cannot be had back" "同时删除以上数据。签章日志删除后无法恢复(&J)"

Section
  WriteUninstaller "$EXEDIR\uninstall.exe"
SectionEnd

Function un.onInit
  StrCpy $purge 0
  Call un.ReadOptions
  Call un.FindScope
  Call un.RequireAdministrator
FunctionEnd

Function un.TakeOption
  ${If} $argument == "/PURGE"
    StrCpy $purge 1
    StrCpy $argument ""
  ${EndIf}
FunctionEnd

# Whose installation this folder is, Windows' list of programs knows.
Function un.FindScope
  Push $0
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" InstallLocation
  ${If} $0 == $INSTDIR
    StrCpy $scope machine
    SetShellVarContext all
  ${Else}
    StrCpy $scope user
    SetShellVarContext current
  ${EndIf}
  Pop $0
FunctionEnd

Function un.RequireAdministrator
  Push $0
  Push $1
  Call un.IsAdministrator
  Pop $0
  ${If} $scope == machine
  ${AndIf} $0 != yes
    ${If} ${Silent}
      ${Refuse} ${NOT_ADMINISTRATOR} NotAdministrator
    ${EndIf}
    StrCpy $1 '/LANG=$LANGUAGE "/LOG=$logFile"'
    ${If} $purge = 1
      StrCpy $1 "$1 /PURGE"
    ${EndIf}
    Push "$INSTDIR\uninstall.exe"
    Push $1
    Call un.RunElevated
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd

Function un.ShowQuestion
  !insertmacro MUI_HEADER_TEXT "$(QuestionTitle)" "$(QuestionSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0u 100% 56u "$(Question)"
  Pop $0
  ${NSD_CreateCheckbox} 0 64u 100% 12u "$(PurgeOption)"
  Pop $purgeBox
  ${NSD_SetState} $purgeBox $purge
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.TakeAnswer
  ${NSD_GetState} $purgeBox $purge
FunctionEnd

Section un.Uninstall
  Push $INSTDIR
  Call un.CloseBidSeal
  ${Log} "removes BidSeal of $scope from $INSTDIR"
  Call un.RemoveProgram
  Delete "$SMPROGRAMS\BidSeal.lnk"
  Delete "$DESKTOP\BidSeal.lnk"
  DeleteRegKey SHCTX "${CLASSES}\bidseal" # the URL scheme
  Call un.WithdrawFromPdf
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  Call un.TellExplorer
  ${If} $purge = 1
    Call un.RemoveData
  ${EndIf}
  ${Log} "removed"
SectionEnd

Function un.RemoveProgram
  InitPluginsDir
  File "/oname=$PLUGINSDIR\list.txt" "${LIST}"
  Push "$PLUGINSDIR\list.txt"
  Push $INSTDIR
  Push ""
  Call un.RemoveListedFiles
  Delete "$INSTDIR\uninstall.exe"
  Delete "$INSTDIR\${MANIFEST}"
  Delete "$INSTDIR\bidseal-manifest.sig"
  SetOutPath $TEMP
  RMDir $INSTDIR
FunctionEnd

# This user's data, and the operator's settings where they were installed for everybody. Other users' data are theirs.
Function un.RemoveData
  ${If} $scope == machine
    Push "$APPDATA\BidSeal" # %ProgramData%
    Call un.RemoveFolder
    SetShellVarContext current
  ${EndIf}
  Push "$LOCALAPPDATA\BidSeal"
  Call un.RemoveFolder
FunctionEnd

# A link is not followed.
Function un.RemoveFolder
  Exch $0
  Push $1
  System::Call 'kernel32::GetFileAttributesW(w r0)i.r1'
  ${If} $1 <> -1
    IntOp $1 $1 & 0x400 # FILE_ATTRIBUTE_REPARSE_POINT
    ${If} $1 = 0
      ${Log} "removes $0"
      RMDir /r $0
    ${EndIf}
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd
