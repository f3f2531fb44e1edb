# What the operator of a platform gives along: a policy and the relays' addresses. Where they lie is the client's
# decision (docs/self-check.md, ui/mobile/RelayBook.h):
#
#   for everybody   %ProgramData%\BidSeal\policy.json and BidSeal.ini, which only administrators may write
#   for one user    %LOCALAPPDATA%\BidSeal\policy.json, which can only ask for more, and presets.ini

Var policyFile # a file to install, or ""
Var relayFile # the same
Var relayCount # those of the command line, gathered in $PLUGINSDIR\relays.ini
Var presetsFolder
Var usesBeside # 1: the files beside the installer count

!define BESIDE_POLICY "$EXEDIR\bidseal-policy.json"
!define BESIDE_RELAYS "$EXEDIR\BidSeal.ini"

# Administrators and the system may write, everybody may read; nothing is inherited from %ProgramData%, where users may.
!define MACHINE_FOLDER_ACCESS "O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)"
!define MACHINE_FILE_ACCESS "O:BAG:BAD:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)"

# /POLICY=file → $policyFile
Function TakePolicy
  StrCpy $policyFile $argument "" 8
  ${If} ${FileExists} "$policyFile"
    GetFullPathName $policyFile $policyFile
    StrCpy $argument ""
  ${EndIf}
FunctionEnd

# /RELAY=name=https://address, or without a name → one more in $PLUGINSDIR\relays.ini
Function TakeRelay
  Push $0
  Push $1
  Push $2
  Push $3
  StrCpy $0 $argument "" 7
  StrCpy $1 "" # the name
  ${WordFind} $0 "=https://" "E+1{" $1
  ${If} ${Errors}
    StrCpy $1 ""
  ${Else}
    StrLen $2 $1
    IntOp $2 $2 + 1
    StrCpy $0 $0 "" $2
  ${EndIf}
  ${WordFind} $1 '"' "E+1{" $2
  StrCpy $3 refused
  ${If} ${Errors} # no quote in the name, which stands in quotes
    ${WordFind} $1 "\" "E+1{" $2
    ${If} ${Errors}
      StrCpy $2 $0 8
      ${If} $2 == "https://"
        StrCpy $3 taken
      ${EndIf}
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${If} $3 == taken
    InitPluginsDir
    ${If} $relayCount = 0
      StrCpy $relayFile "$PLUGINSDIR\relays.ini"
      FileOpen $2 $relayFile w
      FileWrite $2 "[relays]$\r$\n"
      FileClose $2
    ${EndIf}
    IntOp $relayCount $relayCount + 1
    FileOpen $2 $relayFile a
    FileSeek $2 0 END
    Push $2
    Push '$relayCount\name="$1"$\r$\n$relayCount\address=$0$\r$\n$relayCount\ca=$\r$\n'
    Call WriteUtf8
    FileClose $2
    StrCpy $argument ""
  ${EndIf}
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

# After all options, and again when somebody has decided about the files beside the installer. They count where the
# command line says nothing.
Function CompletePresets
  ${If} $policyFile == ""
  ${OrIf} $policyFile == "${BESIDE_POLICY}"
    StrCpy $policyFile ""
    ${If} ${FileExists} "${BESIDE_POLICY}"
    ${AndIf} $usesBeside = 1
      StrCpy $policyFile "${BESIDE_POLICY}"
    ${EndIf}
  ${EndIf}
  ${If} $relayCount = 0
    StrCpy $relayFile ""
    ${If} ${FileExists} "${BESIDE_RELAYS}"
    ${AndIf} $usesBeside = 1
      StrCpy $relayFile "${BESIDE_RELAYS}"
    ${EndIf}
  ${EndIf}
FunctionEnd

# path, access → "yes" where it is so now
Function SetAccess
  Exch $0
  Exch
  Exch $1
  Push $2
  Push $3
  Push $4
  StrCpy $4 no
  System::Call 'advapi32::ConvertStringSecurityDescriptorToSecurityDescriptorW(w r0, i 1, *p.r2, p 0)i.r0'
  ${If} $0 <> 0
    System::Call 'advapi32::GetSecurityDescriptorOwner(p r2, *p.r0, *i)'
    System::Call 'advapi32::GetSecurityDescriptorDacl(p r2, *i, *p.r3, *i)'
    # A file's owner and access list, protected from inheriting
    System::Call 'advapi32::SetNamedSecurityInfoW(w r1, i 1, i 0x80000005, p r0, p 0, p r3, p 0)i.r0'
    ${If} $0 = 0
      StrCpy $4 yes
    ${Else}
      ${Log} "access of $1 cannot be set: $0"
    ${EndIf}
    System::Call 'kernel32::LocalFree(p r2)'
  ${EndIf}
  StrCpy $1 $4
  Pop $4
  Pop $3
  Pop $2
  Pop $0
  Exch $1
FunctionEnd

# A folder that somebody prepared (a link to elsewhere, one of his own) is no place for what everybody obeys.
Function PrepareMachineFolder
  Push $0
  System::Call 'kernel32::GetFileAttributesW(w "$presetsFolder")i.r0'
  ${If} $0 <> -1
    IntOp $0 $0 & 0x400 # FILE_ATTRIBUTE_REPARSE_POINT
    ${If} $0 <> 0
      ${Refuse} ${PRESET_REFUSED} PresetRefused
    ${EndIf}
  ${EndIf}
  CreateDirectory $presetsFolder
  Push $presetsFolder
  Push "${MACHINE_FOLDER_ACCESS}"
  Call SetAccess
  Pop $0
  ${If} $0 != yes
    ${Refuse} ${PRESET_REFUSED} PresetRefused
  ${EndIf}
  Pop $0
FunctionEnd

# source, name in the presets' folder →
Function InstallPreset
  Exch $1
  Exch
  Exch $0
  ClearErrors
  Delete "$presetsFolder\$1"
  CopyFiles /SILENT $0 "$presetsFolder\$1"
  ${If} ${Errors}
    ${Refuse} ${PRESET_REFUSED} PresetRefused
  ${EndIf}
  ${Log} "preset: $0 -> $presetsFolder\$1"
  ${If} $scope == machine
    Push "$presetsFolder\$1"
    Push "${MACHINE_FILE_ACCESS}"
    Call SetAccess
    Pop $0
    ${If} $0 != yes
      ${Refuse} ${PRESET_REFUSED} PresetRefused
    ${EndIf}
  ${EndIf}
  Pop $0
  Pop $1
FunctionEnd

Function InstallPresets
  Push $0
  Push $1
  ${If} $scope == machine
    StrCpy $presetsFolder "$APPDATA\BidSeal" # %ProgramData% while SetShellVarContext is all
    StrCpy $0 BidSeal.ini
    Call PrepareMachineFolder
  ${Else}
    StrCpy $presetsFolder "$LOCALAPPDATA\BidSeal"
    StrCpy $0 presets.ini
  ${EndIf}
  ${If} $policyFile != ""
  ${OrIf} $relayFile != ""
    CreateDirectory $presetsFolder
  ${EndIf}
  ${If} $policyFile != ""
    Push $policyFile
    Push policy.json
    Call InstallPreset
  ${EndIf}
  ${If} $relayFile != ""
    ${If} $relayCount > 0
      FileOpen $1 $relayFile a
      FileSeek $1 0 END
      FileWrite $1 "size=$relayCount$\r$\n"
      FileClose $1
    ${EndIf}
    Push $relayFile
    Push $0
    Call InstallPreset
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd
