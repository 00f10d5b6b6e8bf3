# Installs careerfit from an archive of a release, for one person: no administrator.
#   powershell -ExecutionPolicy Bypass -File install.ps1 [-Version VERSION]
# CAREERFIT_FROM  where the archives lie, instead of the release's own address
# CAREERFIT_TO    the folder for the program, %LOCALAPPDATA%\careerfit if nothing is said
param([string]$Version = "@VERSION@")
$ErrorActionPreference = "Stop"
$from = if ($env:CAREERFIT_FROM) { $env:CAREERFIT_FROM } else { "@HOME@/releases/download/v$Version" }
$to = if ($env:CAREERFIT_TO) { $env:CAREERFIT_TO } else { Join-Path $env:LOCALAPPDATA "careerfit" }
$name = "careerfit-$Version-x86_64-pc-windows-msvc"

$work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
New-Item -ItemType Directory $work | Out-Null
try {
    $archive = Join-Path $work "$name.zip"
    Invoke-WebRequest "$from/$name.zip" -OutFile $archive -UseBasicParsing
    Invoke-WebRequest "$from/$name.zip.sha256" -OutFile "$archive.sha256" -UseBasicParsing
    $wanted = ((Get-Content "$archive.sha256" -Raw) -split "\s+")[0]
    if ((Get-FileHash $archive -Algorithm SHA256).Hash -ne $wanted) {
        throw "the archive is not the one that was released; nothing is installed"
    }
    Expand-Archive $archive $work
    New-Item -ItemType Directory -Force $to | Out-Null
    Copy-Item (Join-Path $work "$name\*") $to -Recurse -Force
} finally {
    Remove-Item $work -Recurse -Force
}

Write-Output "careerfit $Version is in $to."
$path = [Environment]::GetEnvironmentVariable("Path", "User")
if (($path -split ";") -notcontains $to) {
    [Environment]::SetEnvironmentVariable("Path", "$path;$to", "User")
    Write-Output "That folder is in your PATH from the next window on."
}
